using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace FilingApi.Tests.Contract;

public sealed partial class WalkTests
{
    private async Task Sightings()
    {
        var doubtful = Make.Sighting("walk-2", Make.Plate(5), _service.At("09:30"));
        doubtful["confidence"] = 0.5;
        var invalid = Make.Sighting("walk-3", "no plate", _service.At("09:30"));
        await Good(
            "ReportSightings",
            _service.Camera,
            body: new[] { Make.Sighting("walk-1", Make.Plate(5), _service.At("09:30")), doubtful, invalid }
        );
        await _service
            .Squad.Post("sightings", new[] { Make.Sighting("walk-4", Make.Plate(5), _service.At("09:30"), "patrol") })
            .MustBe(202);
        await Good("KeepRecord", _service.Squad, "walk-4", new { note = "停在路边" });
        await Good("ReadRecord", _service.Supervisor, Make.SightingId("squad", "walk-4"));
        await Good("ReviewSighting", _service.Squad, Make.SightingId("camera", "walk-2"), new { result = "unclear" });
        _service.Move("09:45");
        await _service.Settle();
        await Good("ListSightings", _service.Squad);
        var runs = await Good("ListRuns", _service.Squad);
        await Good("CheckRun", _service.Squad, runs.Items()[0].Text("id"), new { result = "true", note = "属实" });
    }

    private async Task Lists()
    {
        await Good("AskPlate", _service.Squad, Uri.EscapeDataString(Make.Plate(3)));
        await Good("ReadTruckTrace", _service.Supervisor, Uri.EscapeDataString(Make.Plate(5)));
        var matches = await _service.Squad.Get("checks/matches?like=1%3F003").MustBe(200);
        Assert.Empty(_described.Faults(_described["MatchPlates"], matches));
        _good.Add("MatchPlates");
        var list = await Good("ReadOfflineList", _service.Squad);
        var key = (await Good("ReadKeys", _service.Anyone)).Items("keys").Single(known => known.Text("kid") == list["keyId"]);
        using var signer = ECDsa.Create(
            new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = Base64Url.DecodeFromChars(key.Text("x")), Y = Base64Url.DecodeFromChars(key.Text("y")) },
            }
        );
        Assert.NotEmpty(list.Items("entries"));
        Assert.True(
            signer.VerifyData(
                Encoding.UTF8.GetBytes(list.Text),
                Base64Url.DecodeFromChars(list.Headers.GetValues("X-Signature").Single()),
                HashAlgorithmName.SHA256
            )
        );
        await Receipt();
        await Bad("AskPlate", _service.Squad, "nonsense");
        await Good("AskPublicly", _service.Anyone, Uri.EscapeDataString(Make.Plate(3)));
    }

    private async Task Receipt()
    {
        var filed = await _service
            .Clerk.Post("filings", Make.Filing(_service.At("10:00"), _service.At("12:00"), Make.Plate(7)))
            .MustBe(201);
        var (number, word) = (filed["number"]!, filed["checkWord"]!);
        foreach (
            var (id, path) in new[]
            {
                ("ShowReceipt", $"filings/{number}/receipt?word="),
                ("ShowReceiptCode", $"filings/{number}/receipt.svg?word="),
                ("OpenReceipt", $"/r/{number}?w="),
            }
        )
        {
            var reply = await _service.Anyone.Get(path + word).MustBe(200);
            Assert.Empty(_described.Faults(_described[id], reply));
            _good.Add(id);
        }

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal("404 FIL-020", (await _service.Anyone.Get($"/r/{number}?w=ZZZZZZ")).Said);
        }

        Assert.Equal("429 SEC-008", (await _service.Anyone.Get($"/r/{number}?w={word}")).Said);
        var told = await _service.Squad.Open("events");
        Assert.Equal((200, "text/event-stream"), (told.Status, told.ContentType));
        _good.Add("FollowEvents");
    }

    private async Task Evidence()
    {
        var token = (await Good("IssueToken", _service.Anyone, body: new { account = "clerk9", password = SmallTown.Password }))["token"]!;
        await Good("ChangePassword", _service.With(token), body: new { current = SmallTown.Password, password = "Changed-horse-1" });
        await Good("CloseAccount", _service.Admin, "clerk9", new { reason = "离职" });
        await Good("ShowContact", _service.Clerk, await _service.Filed(Make.Plate(8)), new { reason = "核对电话" });
        await Good("ReadHeads", _service.Admin);
        await Good("ListAdminActs", _service.Admin);

        // Its good answer needs a first start: FirstStartTests.
        await Bad(
            "MakeFirstAdministrator",
            _service.Anyone,
            body: new
            {
                code = "WRONG",
                account = "first",
                password = SmallTown.Password,
            }
        );
        _good.Add("MakeFirstAdministrator");
    }
}
