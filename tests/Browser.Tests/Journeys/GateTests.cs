using Browser.Tests.Running;
using FilingApi.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace Browser.Tests.Journeys;

/// <summary>The plant's gate, and the resident who only asks.</summary>
public sealed class GateTests(Stage stage)
{
    [Fact]
    public async Task A_load_is_received_by_its_plate()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "plant", width: 390);

        await page.GotoAsync("/gate");
        await page.FillAsync("#plate", "湘a·26018");
        await page.Keyboard.PressAsync("Enter");
        await page.FillAsync(".gate-trip [name=gross]", "18200");
        await page.FillAsync(".gate-trip [name=tare]", "8400");
        await page.ClickAsync(".gate-trip .primary");

        await Assertions.Expect(page.Done()).ToContainTextAsync("已接收");
        var net = await town.Ask(db =>
            db.Trips.Where(trip => trip.Plate == "湘A26018" && trip.State == TripState.Received).Select(trip => trip.NetKg).FirstAsync()
        );
        Assert.Equal(9800, net);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_load_is_turned_away_with_its_reason()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "plant");

        await page.GotoAsync("/gate?plate=湘A27601K");
        await page.ClickAsync(".gate-trip .more summary");
        await page.Locator("[name=reason][value=quality]").CheckAsync(new() { Force = true });
        await page.ClickAsync(".gate-trip .danger");

        await Assertions.Expect(page.Done()).ToContainTextAsync("已拒收");
        var reason = await town.Ask(db =>
            db.Trips.Where(trip => trip.State == TripState.Rejected).Select(trip => trip.RejectionReason).SingleAsync()
        );
        Assert.Equal("水质超标", reason);
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_rejection_without_a_reason_asks_for_one()
    {
        var page = await stage.Open(await stage.Living, "plant");

        await page.GotoAsync("/gate?plate=湘A26018");
        await page.ClickAsync(".gate-trip .more summary");
        await page.ClickAsync(".gate-trip .danger");

        await Assertions.Expect(page.Locator("#faults")).ToContainTextAsync("请选择拒收原因");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task The_last_digits_of_a_plate_find_its_trip()
    {
        var page = await stage.Open(await stage.Living, "plant", width: 390, script: false);

        await page.GotoAsync("/gate");
        await page.FillAsync("#plate", "26018");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.Locator(".gate-trip h2").First).ToContainTextAsync("湘A·26018");
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_receipt_is_corrected_and_the_old_value_stays_beside_it()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "plant", width: 390);

        await page.GotoAsync("/gate");
        var line = page.Locator(".rows li:has(.correct)").First;
        await line.Locator("summary").ClickAsync();
        await line.Locator("[name=m3]").FillAsync("7.75");
        await line.Locator("[name=reason]").FillAsync("看错读数");
        await line.Locator("button").ClickAsync();

        await Assertions.Expect(page.Done()).ToContainTextAsync("已更正为 7.75");
        await Assertions.Expect(page.Locator(".rows li:has-text('7.75') s").First).ToBeVisibleAsync();
        Assert.True(await town.Ask(db => db.Timeline.AnyAsync(entry => entry.Act == "correct")));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_load_without_a_trip_is_taken_down_and_raises_its_lead()
    {
        var town = await stage.Busy;
        var page = await stage.Open(town, "plant");

        await page.GotoAsync("/gate?plate=湘B7K210");
        await page.FillAsync("#m3", "4");
        await page.ClickAsync(".more-card .button");

        await Assertions.Expect(page.Done()).ToContainTextAsync("已登记到货");
        Assert.True(await town.Ask(db => db.Leads.AnyAsync(lead => lead.Kind == LeadKind.UnfiledLoad && lead.Plate == "湘B7K210")));
        await page.Context.DisposeAsync();
    }

    [Fact]
    public async Task A_resident_learns_yes_or_no_and_nothing_else()
    {
        var page = await stage.Open(await stage.Living, width: 390, script: false);

        await page.GotoAsync("/");
        await page.FillAsync("#plate", "湘A26018");
        await page.ClickAsync(".ask .primary");
        var answer = await page.InnerTextAsync(".verdict");

        Assert.Contains("有当前有效备案", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("示例食品", await page.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("XW-", await page.Words(), StringComparison.Ordinal);
        await page.Context.DisposeAsync();
    }
}
