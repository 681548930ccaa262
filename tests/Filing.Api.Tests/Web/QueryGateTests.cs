using FilingApi.Tests.Contract;

namespace FilingApi.Tests.Web;

/// <summary>A parameter that nobody reads is refused, wherever it is sent.</summary>
public sealed class QueryGateTests(TestService service) : IClassFixture<TestService>
{
    private readonly TestService _service = service.NewDay();

    [Fact]
    public async Task A_misspelt_parameter_is_refused_with_the_known_ones()
    {
        var reply = await _service.Ask(Make.Plate(1), "activty=working&lat=28.3&lon=113.3&speed=1");

        Assert.Equal("422 FIL-029", reply.Said);
        Assert.Equal(["/activty FIL-029", "/speed FIL-029"], reply.Errors);
        Assert.Contains("known: colour, at, activity, lat, lon, datum.", reply["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parameter_given_twice_is_refused() =>
        Assert.Equal(["/status FIL-017"], (await _service.Clerk.Get("filings?status=draft&status=recorded")).Errors);

    [Fact]
    public async Task A_write_and_its_body_are_left_untouched()
    {
        var before = await _service.Rows();

        var reply = await _service.Clerk.Post("filings?dry=true", Make.Filing(_service.At("09:00"), _service.At("12:00")));

        Assert.Equal("422 FIL-029", reply.Said);
        Assert.Equal(before, await _service.Rows());
    }

    [Fact]
    public async Task Every_operation_of_the_description_refuses_what_it_does_not_name()
    {
        var described = await Described.Of(_service.Anyone);
        var useCases = _service.Get<FilingApi.Web.UseCases>();
        foreach (var operation in described.Operations)
        {
            var api = operation.IsForAnyone ? _service.Anyone : _service.As(Accounts.Of(useCases[operation.Id].Roles[0]));

            var path = operation
                .Path.Replace("{year}", "2026", StringComparison.Ordinal)
                .Replace("{id}", $"{Guid.Empty}", StringComparison.Ordinal);
            var reply = await api.Send(new HttpMethod(operation.Method), $"{path}?unknown=1", null, null);

            Assert.True(reply.Said == "422 FIL-029", $"{operation}: {reply.Said}");
            Assert.Contains("FIL-029", operation.Codes);
        }
    }

    /// <summary>A chat program adds its own to the address that a receipt's code carries.</summary>
    [Fact]
    public async Task An_address_that_people_open_may_carry_more()
    {
        var filed = await _service.Clerk.Post("filings", Make.Filing(_service.At("09:00"), _service.At("12:00"))).MustBe(201);

        var page = await _service.Anyone.Get($"/r/{filed["number"]}?w={filed["checkWord"]}&from=chat", ("Accept", "text/html"));

        Assert.Equal(200, page.Status);
    }
}
