using Browser.Tests.Running;

namespace Browser.Tests.Roadside;

/// <summary>After an answer, what is pressed belongs to the next truck, never to the last one.</summary>
public sealed class NextPlateTests(Stage stage)
{
    [Fact]
    public async Task The_new_energy_key_after_an_answer_begins_the_next_plate()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Type(Officer.Filed);
        await officer.Says("实时结果");
        var asked = Asked(officer);

        await officer.Page.ClickAsync("#new-energy");
        Assert.Equal("", await officer.Page.InnerTextAsync("#cells"));
        await officer.Type(Officer.NewEnergy);
        await officer.Says("实时结果");

        Assert.Equal(["湘A" + Officer.NewEnergy], asked);
    }

    [Fact]
    public async Task The_new_energy_key_in_the_middle_of_the_next_plate_keeps_what_is_typed()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Type(Officer.Filed);
        await officer.Says("实时结果");
        var asked = Asked(officer);

        await officer.Type(Officer.NewEnergy[..2]);
        await officer.Page.ClickAsync("#new-energy");
        await officer.Type(Officer.NewEnergy[2..]);
        await officer.Says("实时结果");

        Assert.Equal(["湘A" + Officer.NewEnergy], asked);
    }

    [Fact]
    public async Task Another_province_after_an_answer_keeps_nothing_of_the_last_plate_and_can_be_taken_back()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Type(Officer.Filed);
        await officer.Says("实时结果");

        await officer.Page.ClickAsync("#prefix");
        Assert.True(await officer.Answer.IsHiddenAsync());
        await officer.Type("粤");
        await officer.Page.ClickAsync("[data-key=back]");
        await officer.Type("湘A");

        Assert.Equal("", await officer.Page.InnerTextAsync("#cells"));
    }

    [Fact]
    public async Task A_record_keeps_the_answer_of_its_own_truck_whatever_is_checked_meanwhile()
    {
        await using var officer = await Officer.On(stage, await stage.Living);
        await officer.Offline();
        await officer.Type(Officer.NotFiled);
        await officer.Says("没有联系上服务");
        if (await officer.Page.IsVisibleAsync("#more"))
        {
            await officer.Page.ClickAsync("#more");
        }

        await officer.Page.ClickAsync("#answer .strong");
        await officer.Page.GoBackAsync();
        await officer.Type(Officer.Filed);
        await officer.IsColour("green");
        await officer.Page.EvaluateAsync("() => { location.hash = 'record'; }");
        await officer.Page.ClickAsync("#record-send");
        await officer.Page.WaitForSelectorAsync("#item-list li");

        var said = await officer.Page.EvaluateAsync<string>(
            """
            () => new Promise(resolve => {
              indexedDB.open('roadside').onsuccess = event => {
                event.target.result.transaction('items').objectStore('items').getAll().onsuccess = read => {
                  const item = read.target.result.find(item => item.kind === 'record');
                  resolve(`${item.plate} ${item.said}`);
                };
              };
            })
            """
        );
        Assert.Equal($"湘A{Officer.NotFiled} amber", said);
    }

    private static List<string> Asked(Officer officer)
    {
        var asked = new List<string>();
        officer.Page.Request += (_, request) =>
        {
            if (request.Url.Contains("/checks/%", StringComparison.Ordinal) && !request.Url.EndsWith("/trace", StringComparison.Ordinal))
            {
                asked.Add(Uri.UnescapeDataString(new Uri(request.Url).Segments[^1]));
            }
        };
        return asked;
    }
}
