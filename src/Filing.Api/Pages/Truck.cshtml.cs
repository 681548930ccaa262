using FilingApi.Data;
using FilingApi.Features.Registry;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.AspNetCore.Mvc;

namespace FilingApi.Pages;

/// <summary>A truck: its papers, its owner and what happened with it, the newest first.</summary>
public sealed class TruckModel(FilingDb db, UseCases useCases, RegisterClock clock) : DeskPage
{
    [BindProperty(SupportsGet = true)]
    public DateTimeOffset? Before { get; set; }

    public ReadTruck.TruckView Truck { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string plate, string colour, CancellationToken cancel)
    {
        var answer = await ReadTruck.Find(plate, colour, Before, db, Caller, clock.Now, cancel);
        if (answer.Read<ReadTruck.TruckView>() is not { } truck)
        {
            return NotFound();
        }

        Truck = truck;
        return Page();
    }

    /// <summary>The page of the thing itself; null where there is none that the reader may open.</summary>
    public string? AddressOf(ReadTruck.TruckEvent one) =>
        one switch
        {
            { Id: null } => null,
            { Kind: ReadTruck.TruckEventKind.Run } when useCases.Allows("ListRuns", Caller.Role) => $"/runs/{one.Id}",
            { Kind: ReadTruck.TruckEventKind.Lead } when useCases.Allows("ListRuns", Caller.Role) =>
                $"/leads/{Uri.EscapeDataString(one.Id)}",
            { Kind: ReadTruck.TruckEventKind.Filing or ReadTruck.TruckEventKind.Received or ReadTruck.TruckEventKind.Rejected }
                when IsFiling(one) => $"/filings/{one.Id}",
            _ => null,
        };

    public static string? Tone(ReadTruck.TruckEvent one) =>
        one.Kind switch
        {
            ReadTruck.TruckEventKind.Run or ReadTruck.TruckEventKind.Lead or ReadTruck.TruckEventKind.Rejected => "red",
            ReadTruck.TruckEventKind.Received => "green",
            _ => null,
        };

    public string? StateOf(ReadTruck.TruckEvent one) =>
        one is not { State: { } state }
            ? null
            : one.Kind switch
            {
                ReadTruck.TruckEventKind.Filing => Words[$"status.{state}"],
                ReadTruck.TruckEventKind.Order => Words[$"order.{state}"],
                ReadTruck.TruckEventKind.Run => Words[$"run.{state}"],
                _ => Words[$"lead.{state}"],
            };

    private static bool IsFiling(ReadTruck.TruckEvent one) => one.Id!.StartsWith("XW-", StringComparison.Ordinal);
}
