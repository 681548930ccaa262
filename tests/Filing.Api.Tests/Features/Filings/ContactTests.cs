using System.Collections.Concurrent;
using FilingApi.Data;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace FilingApi.Tests.Features.Filings;

/// <summary>A person's name and phone are seen only by who says why, and stand in no log.</summary>
public sealed class ContactTests(TestService service) : IClassFixture<TestService>
{
    private const string Name = "宁无双";
    private const string Phone = "19977665544";

    [Fact]
    public async Task A_contact_is_masked_and_shown_only_for_a_recorded_reason()
    {
        var at = service.NewDay();
        var number = await at.Filed(Body());

        var views = new[]
        {
            await at.Clerk.Get($"filings/{number}"),
            await at.Station.Get($"filings/{number}"),
            await at.Supervisor.Get($"filings/{number}"),
            await at.Clerk.Get("filings"),
        };
        var shown = await at.Station.Post($"filings/{number}/contact", new { reason = "现场联系" }, ("Idempotency-Key", "show-1"));
        var act = await at.Look(db => db.Timeline.OrderByDescending(row => row.Id).FirstAsync());

        Assert.All(
            views,
            view =>
                Assert.False(
                    view.Must(200).Text.Contains(Name, StringComparison.Ordinal) || view.Text.Contains(Phone, StringComparison.Ordinal)
                )
        );
        Assert.Equal(
            ("宁**", "199****5544"),
            (views[0].Body.GetProperty("contact").Text("name"), views[0].Body.GetProperty("contact").Text("phone"))
        );
        Assert.Equal((200, Name, Phone), (shown.Status, shown["name"], shown["phone"]));
        Assert.Equal(("station", SubjectKind.Contact, "shown", number), (act.Account, act.Subject, act.Act, act.Key));
        Assert.Equal("现场联系", act.Detail?.Reason);
        Assert.False(await at.Look(db => db.Answers.AnyAsync(answer => answer.Body.Contains(Phone))));
    }

    [Fact]
    public async Task Without_a_reason_or_for_a_stranger_it_stays_hidden()
    {
        var at = service.NewDay();
        var number = await at.Filed(Body());

        Assert.Equal("422 FIL-010", (await at.Station.Post($"filings/{number}/contact", new { reason = "" })).Said);
        Assert.Equal("404 FIL-020", (await at.Clerk2.Post($"filings/{number}/contact", new { reason = "好奇而已" })).Said);
        Assert.Equal("403 SEC-002", (await at.Squad.Post($"filings/{number}/contact", new { reason = "好奇而已" })).Said);
    }

    [Theory]
    [InlineData("name", "宁**")]
    [InlineData("name", "宁＊＊")]
    [InlineData("phone", "199****5544")]
    public async Task What_was_read_masked_is_not_taken_back(string member, string masked)
    {
        var at = service.NewDay();
        var body = Body();
        body["submit"] = false;
        var number = await at.Filed(body);
        body["contact"]![member] = masked;

        var anew = await at.Clerk.Post("filings", body);
        body.Remove("submit");
        var edited = await at.Clerk.Put($"filings/{number}", body);

        Assert.Equal(("422 FIL-118", "422 FIL-118"), (anew.Said, edited.Said));
        Assert.Equal(Name, (await at.Clerk.Post($"filings/{number}/contact", new { reason = "核对" }))["name"]);
    }

    [Fact]
    public async Task No_log_line_and_no_question_tells_it()
    {
        using var heard = new Heard();
        service.Listener = heard;
        await service.Restart();
        var at = service.NewDay();
        var number = await at.Filed(Body());
        await at.Record(number).MustBe(200);
        await at.Clerk.Put($"filings/{number}", Body());
        await at.Clerk.Post("filings", new { contact = new { name = Name, phone = Phone }, surprise = 1 });
        await at.Station.Post($"filings/{number}/contact", new { reason = "现场联系" }).MustBe(200);
        await at.Load(number, 1);
        await at.Look(db =>
            db.Database.ExecuteSqlRawAsync("CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'disk full'); END")
        );
        Assert.Equal(503, (await at.Clerk.Post("filings", Body())).Status);
        await at.Look(db => db.Database.ExecuteSqlRawAsync("DROP TRIGGER full"));
        await at.Ask(Make.Plate(1));
        await at.LoggedQuestion(Make.Plate(1));
        await at.Settle();

        await using var questions = await at.Get<IDbContextFactory<QuestionDb>>().CreateDbContextAsync();
        var told =
            string.Join('\n', heard.Lines)
            + string.Join('\n', (await questions.Questions.ToListAsync()).Select(row => $"{row.Raw} {row.Account}"));

        Assert.NotEmpty(heard.Lines);
        Assert.DoesNotContain(Name, told, StringComparison.Ordinal);
        Assert.DoesNotContain(Phone, told, StringComparison.Ordinal);
    }

    private System.Text.Json.Nodes.JsonObject Body()
    {
        var body = Make.Filing(service.At("09:00"), service.At("12:00"));
        (body["contact"]!["name"], body["contact"]!["phone"]) = (Name, Phone);
        return body;
    }

    /// <summary>Every line that any part of the service logs, with its exception whole.</summary>
    private sealed class Heard : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => Lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}
