using System.Text.RegularExpressions;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Tests.Evidence;

/// <summary>The heads of the chains and the acts of administration, as the API shows them.</summary>
public sealed class HeadTests(TestService service) : IClassFixture<TestService>
{
    private const string Facts = "register_facts";

    [Fact]
    public async Task A_head_kept_on_a_receipt_or_an_offline_list_reveals_a_cut_off_end()
    {
        await service.LinkTwoDays();
        var filed = await service.Clerk.Post("filings", Make.Filing(service.At("13:00"), service.At("14:00"), Make.Plate(3))).MustBe(201);
        var receipt = (await service.Anyone.Get($"filings/{filed["number"]}/receipt?word={filed["checkWord"]}").MustBe(200)).Text;
        var printed = Regex.Match(Regex.Replace(receipt, "<[^>]*>", ""), "facts:[0-9-]{10}:[0-9]+:[0-9a-f]{64}").Value;
        var listed = (await service.Squad.Get("checks/list").MustBe(200))
            .Items("heads")
            .Select(head => $"{head.Text("book")}:{head.Text("day")}:{head.GetProperty("links").GetInt32()}:{head.Text("hash")}")
            .ToList();
        using var whole = await service.CopyStores();
        using var cut = await service.CopyStores();
        var parts = printed.Split(':');

        cut.Run("filing.db", $"DELETE FROM {Facts} WHERE ChainDay = '{parts[1]}' AND ChainPosition = {parts[2]}");

        Assert.Equal(["facts", "questions", "timeline"], listed.Select(head => head.Split(':')[0]).Order(StringComparer.Ordinal));
        Assert.Contains(printed, listed);
        Assert.Equal(0, whole.Verify(listed).Code);
        Assert.Equal(0, cut.Verify().Code);
        Assert.Contains(
            cut.Verify([printed]).Said,
            line => line.Contains($"BROKEN  book facts, day {parts[1]}, position {parts[2]}:", StringComparison.Ordinal)
        );
        Assert.Contains(
            whole.Verify([$"{printed[..^64]}{new string('0', 64)}"]).Said,
            line => line.Contains("kept outside", StringComparison.Ordinal)
        );
        Assert.Equal(2, whole.Verify(["facts"]).Code);
    }

    [Fact]
    public async Task The_head_of_a_day_can_be_asked_and_does_not_change_when_the_day_is_over()
    {
        await service.LinkDay();
        var open = (await service.Supervisor.Get("heads").MustBe(200))
            .Items("heads")
            .Single(head => head.GetProperty("book").GetString() == "facts");
        var day = service.Today;
        await service.LinkDay();

        var closed = (await service.Admin.Get($"heads?day={day:yyyy-MM-dd}").MustBe(200))
            .Items("heads")
            .Single(head => head.GetProperty("book").GetString() == "facts");

        Assert.Equal((false, true), (open.GetProperty("closed").GetBoolean(), closed.GetProperty("closed").GetBoolean()));
        Assert.Equal(open.Text("hash"), closed.Text("hash"));
        Assert.Equal("422 FIL-017", (await service.Supervisor.Get("heads?day=yesterday")).Said);
    }

    [Fact]
    public async Task Acts_of_administration_say_who_changed_what_and_never_a_password()
    {
        service.NewDay();
        await service
            .Admin.Post(
                "accounts",
                new
                {
                    account = "noted",
                    password = SmallTown.Password,
                    role = "station",
                    organisation = "S1",
                }
            )
            .MustBe(201);

        var acts = await service.Supervisor.Get("acts").MustBe(200);

        Assert.Equal(
            ("admin", "account-made", "noted"),
            (acts.Items()[0].Text("account"), acts.Items()[0].Text("what"), acts.Items()[0].Text("subject"))
        );
        Assert.DoesNotContain(SmallTown.Password, acts.Text, StringComparison.Ordinal);
        Assert.True(await service.Look(db => db.Timeline.AnyAsync(act => act.Subject == SubjectKind.Truck && act.Act == "made")));
    }
}
