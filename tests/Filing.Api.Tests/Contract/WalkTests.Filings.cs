namespace FilingApi.Tests.Contract;

public sealed partial class WalkTests
{
    private async Task Registry()
    {
        await Good("IssueToken", _service.Anyone, body: new { account = "clerk", password = SmallTown.Password });
        await Good(
            "CreateAccount",
            _service.Admin,
            body: new
            {
                account = "clerk9",
                password = SmallTown.Password,
                role = "enterprise",
                organisation = "E1",
            }
        );
        await Good("RegisterTown", _service.Admin, body: new { code = "430181999", name = "新镇" });
        var village = new
        {
            town = SmallTown.TownA,
            code = "village-9",
            kind = "village",
            name = "丰裕村",
        };
        await Good("RegisterDepartment", _service.Admin, body: village);
        await Bad("RegisterDepartment", _service.Admin, body: village);
        await Good("ListDepartments", _service.Squad);
        await Good(
            "SetResponsibility",
            _service.Admin,
            body: new
            {
                town = SmallTown.TownA,
                kind = "other-plant",
                department = "village-9",
                checkDays = 5,
                closeDays = 20,
                from = "2026-03-01",
            }
        );
        await Good(
            "RegisterOrganisation",
            _service.Admin,
            body: new
            {
                code = "E9",
                kind = "enterprise",
                name = "新厂",
                town = SmallTown.TownA,
            }
        );
        await Good(
            "RegisterPlant",
            _service.Admin,
            body: new
            {
                code = "P9",
                name = "新厂",
                point = Make.Site,
                radiusM = 100,
                accepts = new[] { "septic" },
            }
        );
        await Good(
            "RegisterDepot",
            _service.Admin,
            body: new
            {
                code = "D9",
                name = "车场",
                point = Make.Site,
            }
        );
        await Good("RegisterTruck", _service.Admin, body: Make.Truck("湘A99999", "yellow", "H1"));
        await Good("ImportCalendar", _service.Admin, "2031", new { off = new[] { "2031-01-01" }, work = Array.Empty<string>() });
        await Good("ImportSheet", _service.Admin, "organisations", new Table("code,kind,name,town\nE8,enterprise,新厂,430181117\n"));
        await Bad("ImportSheet", _service.Admin, "organisations", new Table("code,sort\nE8,x\n"));
        await Good("ExportSheet", _service.Admin, "organisations");
        foreach (var open in new[] { "Alive", "Ready" })
        {
            await Good(open, _service.Anyone);
        }

        foreach (var list in new[] { "ListTrucks", "ListPlants", "ListOrganisations" })
        {
            await Good(list, _service.Clerk);
        }

        await Bad("IssueToken", _service.Anyone, body: new { account = "clerk", password = "wrong" });
        await Bad(
            "CreateAccount",
            _service.Admin,
            body: new
            {
                account = "x9",
                password = "weak",
                role = "enterprise",
                organisation = "E1",
            }
        );
        await Bad("RegisterTruck", _service.Admin, body: Make.Truck("湘A99999", "yellow", "H1"));
    }

    private async Task Filings()
    {
        var body = Make.Filing(_service.At("09:00"), _service.At("12:00"));
        var number = (await Good("FileFiling", _service.Clerk, body: body))["number"]!;
        await Good("ReturnFiling", _service.Station, number, new { defects = new[] { "缺协议" } });
        await Good("EditFiling", _service.Clerk, number, body);
        await Good("SubmitFiling", _service.Clerk, number);
        await Good("ReadFiling", _service.Station, number);
        await Good("RecordFiling", _service.Station, number, new { conditions = "限速" });
        await Bad("RecordFiling", _service.Station, number);
        await Good("RevokeFiling", _service.Station, number, new { reason = "违规" });
        await Good("WithdrawFiling", _service.Clerk, await _service.Filed(Make.Plate(2)));
        await Good("RefuseFiling", _service.Station, await _service.Filed(Make.Plate(2)), new { reason = "不符" });
        await Bad("ReadFiling", _service.Clerk2, number);
        body["m3"] = 0;
        await Bad("FileFiling", _service.Clerk, body: body);
        await Good("ListFilings", _service.Station);
        await _service.Filed(Make.Plate(2));
        await _service.Settle();
        await Good("ListReviews", _service.Station);
    }

    private async Task Trips()
    {
        var number = await _service.Recorded(Make.Plate(3), trips: 3);
        _service.Move("09:30");
        await Good("LoadTrip", _service.Clerk, $"{number}-1", new { plate = Make.Plate(3), m3 = 8 });
        await _service.Load(number, 2, Make.Plate(3));
        await Good(
            "ReceiveTrip",
            _service.Plant,
            $"{number}-1",
            new
            {
                plate = Make.Plate(3),
                plant = "P1",
                m3 = 5,
                gross = 9000,
                tare = 4000,
                net = 5000,
            }
        );
        await Good("RejectTrip", _service.Plant, $"{number}-2", new { reason = "超标" });
        await Bad("RejectTrip", _service.Plant, $"{number}-2", new { reason = "超标" });
        await Good(
            "ReceiveArrival",
            _service.Plant,
            body: new
            {
                plate = Make.Stranger,
                plant = "P1",
                m3 = 5,
            }
        );
        await Good("ListTrips", _service.Plant);
        await Good("ReadTruck", _service.Station, $"{Uri.EscapeDataString(Make.Plate(3))}|yellow");
        await Bad("ReadTruck", _service.Station, "x|yellow");
        await Good("CorrectTrip", _service.Plant, $"{number}-1", new { m3 = 5.5, reason = "看错读数" });
        await Bad("CorrectTrip", _service.Plant, $"{number}-3", new { m3 = 5.5, reason = "看错读数" });
        var lead = (await Good("ListLeads", _service.Squad)).Items().Single(item => item.Text("kind") == "volume-mismatch").Text("id");
        await Good("ReadLead", _service.Squad, lead);
        await Good("AssignLead", _service.Squad, lead, new { department = "village-9", reason = "属地核查" });
        await Bad("AssignLead", _service.Squad, lead, new { department = "nobody", reason = "x" });
        await Good("CheckLead", _service.Supervisor, lead, new { result = "false", words = "过磅误差" });
        await Bad("CheckLead", _service.Supervisor, lead, new { result = "true" });
    }
}
