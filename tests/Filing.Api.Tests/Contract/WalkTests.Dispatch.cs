namespace FilingApi.Tests.Contract;

public sealed partial class WalkTests
{
    private async Task Jobs()
    {
        var job = (await Good("ReportJob", _service.Centre, body: Make.Job()))["id"]!;
        await Good("ChangeJob", _service.Centre, job, Make.Job(m3: 7));
        await Good("MakeJobUrgent", _service.Centre, job);
        await Good("CancelJob", _service.Centre, job, new { reason = "不再需要" });
        Assert.Equal("409 DSP-214", (await Call("ChangeJob", _service.Centre, job, Make.Job())).Said);
        await Bad("ReadJob", _service.Centre, "GD-0");
        var backwards = Make.Job();
        (backwards["earliest"], backwards["latest"]) = (Make.Instant(_service.At("11:00")), Make.Instant(_service.At("10:00")));
        Assert.Equal("422 DSP-207", (await Call("ReportJob", _service.Centre, null, backwards)).Said);
    }

    private async Task Orders()
    {
        var job = (await Good("ReportJob", _service.Centre, body: Make.Job()))["id"]!;
        object Order(object stop) => Make.Order(_service.At("09:45"), _service.At("11:00"), [stop], Make.Plate(6));
        var cancelled = (await Good("PublishOrder", _service.Centre, body: Order(new { job })))["number"]!;
        Assert.Equal("409 DSP-206", (await Call("PublishOrder", _service.Centre, null, Order(new { job }))).Said);
        await Good("CancelOrder", _service.Centre, cancelled, new { reason = "改期" });
        await Bad("CancelOrder", _service.Centre, cancelled, new { reason = "改期" });
        var declined = (await Good("PublishOrder", _service.Centre, body: Order(new { job })))["number"]!;
        await Good("DeclineOrder", _service.Hauler, declined, new { reason = "车坏" });
        Assert.Equal("409 DSP-205", (await Call("ConfirmOrder", _service.Hauler, declined, null)).Said);
        Assert.Equal("422 DSP-208", (await Call("PublishOrder", _service.Centre, null, Order(new { job = "GD-0" }))).Said);

        var given = (await Good("PublishOrder", _service.Centre, body: Order(new { job })))["number"]!;
        await Good("ConfirmOrder", _service.Hauler, given);
        await Good("BeginStop", _service.Hauler, $"{given}|1");
        await Good("FinishStop", _service.Hauler, $"{given}|1", new { m3 = 5.5 });
        await Bad("SkipStop", _service.Hauler, $"{given}|1", new { reason = "堵车" });
        Assert.Equal("returned", (await Good("ReturnJob", _service.Centre, job, new { reason = "未清净", m3 = 2 }))["status"]);
        var again = (await Good("PublishOrder", _service.Centre, body: Order(new { job })))["number"]!;
        await Good("SkipStop", _service.Hauler, $"{again}|1", new { reason = "堵车" });
        var last = (await Good("PublishOrder", _service.Centre, body: Order(new { job })))["number"]!;
        await Good("BeginStop", _service.Centre, $"{last}|1");
        await Good("FinishStop", _service.Centre, $"{last}|1", new { m3 = 2, mudDepth = 20 });
        Assert.Equal("accepted", (await Good("AcceptJob", _service.Centre, job, new { mudDepth = 15 }))["status"]);
        Assert.NotEmpty((await Good("ReadJob", _service.Supervisor, job)).Items("timeline"));
        Assert.NotEmpty((await Good("ReadOrder", _service.Hauler, last)).Items("timeline"));
        await Good("ListJobs", _service.Centre);
        await Good("ListOrders", _service.Hauler);
    }

    private async Task Fleet()
    {
        var (truck, day) = ($"{Make.Plate(8)}|yellow", $"{_service.Today:yyyy-MM-dd}");
        await Good("SetTruckFleet", _service.Hauler, truck, new { shiftFrom = "07:00", shiftTo = "16:00" });
        await Good("SetTruckDay", _service.Hauler, $"{truck}|{day}", new { onDuty = false });
        await Good("SetPlantFleet", _service.Centre, "P1", new { bays = 2 });
        await Good("SetPlantDay", _service.Centre, $"P1|{day}", new { open = false });
        await Bad("SetPlantFleet", _service.Centre, "P0", new { bays = 2 });
        await Good("ReadFleet", _service.Hauler);
    }
}
