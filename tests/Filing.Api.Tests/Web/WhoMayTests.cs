using System.Text.RegularExpressions;
using FilingApi.Tests.Contract;
using FilingApi.Web;

namespace FilingApi.Tests.Web;

/// <summary>Every endpoint says who may call it; all others are turned away before anything is looked at.</summary>
public sealed partial class WhoMayTests(TestService service) : IClassFixture<TestService>
{
    [Fact]
    public async Task Every_operation_of_the_description_answers_every_role_as_its_row_says()
    {
        var described = await Described.Of(service.Anyone);
        var before = await service.Rows();

        Assert.True(described.Operations.Count > 30);
        foreach (var operation in described.Operations)
        {
            var row = service.Get<UseCases>()[operation.Id];
            Assert.Equal(row.IsForAnyone, operation.IsForAnyone);
            var reply = await Call(service.Anyone, operation);
            Assert.True(
                row.IsForAnyone ? reply.Code != "SEC-001" : reply.Said == "401 SEC-001",
                $"{operation} without a token: {reply.Said}"
            );
            foreach (var (account, role) in Accounts.All)
            {
                reply = await Call(service.As(account), operation);
                var may = row.IsForAnyone || row.Roles.Contains(role);
                Assert.True(may != (reply.Said == "403 SEC-002"), $"{operation} as {account}: {reply.Said}");
                Assert.True(reply.Status < 500, $"{operation} as {account}: {reply.Said}");
            }
        }

        Assert.Equal(before, await service.Rows());
    }

    [Fact]
    public void Open_to_anyone_are_these_and_no_others() =>
        Assert.Equal(
            [
                "Alive",
                "AskPublicly",
                "Description",
                "IssueToken",
                "MakeFirstAdministrator",
                "Metrics",
                "OpenReceipt",
                "ReadKeys",
                "ReadingPage",
                "Ready",
                "ShowReceipt",
                "ShowReceiptCode",
            ],
            service.Get<UseCases>().All.Where(row => row.IsForAnyone).Select(row => row.Name).Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task A_token_that_is_none_is_401()
    {
        var reply = await service.Anyone.Get("filings", ("Authorization", "Bearer nonsense"));

        Assert.Equal("401 SEC-001", reply.Said);
    }

    [Fact]
    public async Task Rows_of_another_organisation_are_404()
    {
        var at = service.NewDay();
        var number = await at.Recorded();
        at.Move("09:30");
        var order = (await at.Centre.Post("orders", Make.Order(at.At("10:00"), at.At("11:00"), Make.Plate(2))).MustBe(201))["trip"];
        var load = new { plate = Make.Plate(1), m3 = 8 };

        Reply[] replies =
        [
            await at.Clerk2.Get($"filings/{number}"),
            await at.Clerk2.Put($"filings/{number}", Make.Filing(at.At("09:00"), at.At("10:00"))),
            await at.Clerk2.Post($"filings/{number}/submission"),
            await at.Clerk2.Post($"filings/{number}/withdrawal"),
            await at.Clerk2.Post($"trips/{number}-1/loading", load),
            await at.As("hauler2").Post($"trips/{number}-1/loading", load),
            await at.Clerk2.Post($"trips/{order}/loading", load),
            await at.As("hauler2").Post($"trips/{order}/loading", load),
            await at.StationB.Get($"filings/{number}"),
            await at.StationB.Post($"filings/{number}/record"),
            await at.StationB.Post($"filings/{number}/return", new { defects = new[] { "x" } }),
            await at.StationB.Post($"filings/{number}/refusal", new { reason = "x" }),
            await at.StationB.Post($"filings/{number}/revocation", new { reason = "x" }),
        ];

        Assert.All(replies, reply => Assert.Equal("404 FIL-020", reply.Said));
        Assert.Equal("recorded", (await at.Filing(number))["status"]);
    }

    /// <summary>With a body of the right media type and the wrong shape: who is let in is told so, and nothing happens.</summary>
    private static async Task<Reply> Call(Api api, Operation operation)
    {
        var path = Parameter()
            .Replace(
                operation.Path,
                match =>
                    operation.Path.Contains("/runs/", StringComparison.Ordinal) ? Guid.Empty.ToString()
                    : match.Value == "{year}" ? "2026"
                    : "none"
            );
        if (operation.Id == "FollowEvents")
        {
            return await api.Open(path);
        }

        var media = operation.Body.TryGetProperty("requestBody", out var body)
            ? body.GetProperty("content").EnumerateObject().First().Name
            : null;
        return await api.Send(new HttpMethod(operation.Method), path, media is null ? null : "[7]"u8.ToArray(), media);
    }

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Parameter();
}
