using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Register;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Registry;

/// <summary>The trucks of the roster by how long their papers last; those that run out first stand first.</summary>
public static class SearchTrucks
{
    public const int SoonDays = 30;

    public enum Papers
    {
        All,
        Over,
        Soon,
        Good,
    }

    /// <summary>By the day the papers run out; the plate and its colour break ties.</summary>
    public static readonly Paging<Truck> ByPapers = Paging<Truck>.ByDay(
        truck => truck.PapersUntil,
        truck => truck.Plate,
        truck => truck.Colour
    );

    /// <summary>By part of the plate or of the owner's name.</summary>
    public static IQueryable<Truck> Matching(string? text, FilingDb db, RosterIndex.Snapshot roster, Caller caller)
    {
        var trucks = db.Trucks.AsNoTracking().VisibleTo(caller);
        foreach (var word in SearchWords.Of(text))
        {
            var (firms, plate) = (roster.FirmsNamed(word), word.Plate ?? word.Text);
            trucks = trucks.Where(truck => truck.Plate.Contains(plate) || firms.Contains(truck.Owner));
        }

        return trucks;
    }

    public static IQueryable<Truck> With(this IQueryable<Truck> trucks, Papers papers, DateOnly today)
    {
        var soon = today.AddDays(SoonDays);
        return papers switch
        {
            Papers.Over => trucks.Where(truck => truck.PapersUntil < today),
            Papers.Soon => trucks.Where(truck => truck.PapersUntil >= today && truck.PapersUntil <= soon),
            Papers.Good => trucks.Where(truck => truck.PapersUntil > soon),
            _ => trucks,
        };
    }
}
