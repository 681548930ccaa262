using System.Text.RegularExpressions;
using FilingApi.Web;
using Microsoft.AspNetCore.Routing;

namespace FilingApi.Tests.Contract;

/// <summary>The description says what the service does, no more and no less.</summary>
public sealed partial class DescriptionTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    /// <summary>Pages are for people, and no part of the description.</summary>
    private IEnumerable<RouteEndpoint> Endpoints =>
        _service
            .Get<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<Microsoft.AspNetCore.Mvc.Abstractions.ActionDescriptor>() is null);

    [Fact]
    public async Task It_is_OpenAPI_3_1() =>
        Assert.StartsWith("3.1", (await Described.Of(_service.Anyone)).Root.GetProperty("openapi").GetString(), StringComparison.Ordinal);

    [Fact]
    public async Task Every_endpoint_is_in_it_and_nothing_else()
    {
        var described = (await Described.Of(_service.Anyone)).Operations.Select(operation => $"{operation.Id} {operation}");

        var mapped = Endpoints
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true }
                && NameOf(endpoint) != "Metrics"
            )
            .SelectMany(endpoint =>
                endpoint
                    .Metadata.GetMetadata<IHttpMethodMetadata>()!
                    .HttpMethods.Select(method =>
                        $"{NameOf(endpoint)} {method} /{Constraint().Replace(endpoint.RoutePattern.RawText!.Trim('/'), "}")}"
                    )
            );

        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Left_out_of_it_are_only_itself_its_page_and_the_figures_of_operations()
    {
        var left = Endpoints
            .Where(endpoint =>
                endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is { ExcludeFromDescription: true }
                || endpoint.Metadata.GetMetadata<IHttpMethodMetadata>() is null
            )
            .Select(NameOf)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Empty(left.Except(["Description", "Metrics", "ReadingPage"]));
    }

    [Fact]
    public async Task Every_parameter_of_the_description_is_read()
    {
        foreach (var operation in (await Described.Of(_service.Anyone)).Operations.Where(operation => operation.Method == "GET"))
        {
            var names = operation.Named("query").Except(["word", "w"]).ToList();
            if (names.Count == 0)
            {
                continue;
            }

            var api = operation.IsForAnyone ? _service.Anyone : _service.As(Accounts.Of(_service.Get<UseCases>()[operation.Id].Roles[0]));
            var reply = await api.Get(
                operation.Path.Replace("{plate}", Uri.EscapeDataString(Make.Plate(1)), StringComparison.Ordinal)
                    + "?"
                    + string.Join('&', names.Select(name => $"{name}=!"))
            );

            Assert.True(
                names.Select(name => $"/{name} FIL-017").Order(StringComparer.Ordinal).SequenceEqual(reply.Errors),
                $"{operation}: {reply.Text}"
            );
        }
    }

    [Fact]
    public async Task Enums_stand_in_it_by_the_names_they_are_sent_with()
    {
        var schemas = (await Described.Of(_service.Anyone)).Root.GetProperty("components").GetProperty("schemas");

        Assert.Contains(
            "industrial-wastewater",
            schemas.GetProperty("WasteKind").GetProperty("enum").EnumerateArray().Select(name => name.GetString())
        );
        Assert.DoesNotContain(schemas.EnumerateObject(), schema => schema.Name is "Request" or "Request2");
    }

    [Fact]
    public async Task Writes_take_a_key_and_moves_a_version()
    {
        var record = (await Described.Of(_service.Anyone))["RecordFiling"];

        Assert.Equal(["Accept-Language", "Idempotency-Key", "If-Match"], record.Named("header").Order(StringComparer.Ordinal));
        Assert.Equal(["bearer"], record.Body.GetProperty("security")[0].EnumerateObject().Select(scheme => scheme.Name));
        Assert.Empty(new[] { "FIL-020", "FIL-021", "FIL-022", "FIL-201", "SEC-001", "SEC-002" }.Except(record.Codes));
    }

    /// <summary>Those without a key have no effect that could happen twice; those without a version say why.</summary>
    [Fact]
    public async Task Every_write_takes_a_key_and_every_write_on_a_record_its_version()
    {
        // A sighting is reviewed once; an account is closed for good; a year's calendar is replaced whole; showing a contact changes
        // nothing of the filing; what a patrol kept under an id is settled by its first arrival.
        string[] withoutVersion = ["CloseAccount", "ImportCalendar", "ImportSheet", "KeepRecord", "ReviewSighting", "ShowContact"];
        var writes = (await Described.Of(_service.Anyone)).Operations.Where(operation => operation.Method != "GET").ToList();

        Assert.Equal(
            ["IssueToken"],
            writes
                .Where(write => !write.Named("header").Contains("Idempotency-Key"))
                .Select(write => write.Id)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            withoutVersion,
            writes
                .Where(write => write.Path.Contains('{', StringComparison.Ordinal) && !write.Named("header").Contains("If-Match"))
                .Select(write => write.Id)
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task The_reading_page_loads_nothing_from_another_host()
    {
        var page = await _service.Anyone.Get("/docs/").MustBe(200);

        Assert.Equal("text/html", page.ContentType);
        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", page.Text);
        Assert.Equal(200, (await _service.Anyone.Get("/docs/scalar.js")).Status);
    }

    [Fact]
    public void An_endpoint_that_does_not_say_who_may_call_it_stops_the_start()
    {
        var bare = new RouteEndpoint(
            _ => Task.CompletedTask,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternFactory.Parse("/new"),
            0,
            null,
            "new"
        );

        Assert.Throws<InvalidOperationException>(() => new UseCases().Read([bare]));
        Assert.Throws<InvalidOperationException>(() => new UseCases()["Gone"]);
    }

    private static string NameOf(Microsoft.AspNetCore.Http.Endpoint endpoint) => endpoint.Metadata.GetMetadata<AccessRow>()!.Name;

    [GeneratedRegex(@":[a-z]+\}")]
    private static partial Regex Constraint();
}
