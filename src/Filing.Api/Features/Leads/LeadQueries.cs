using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Leads;

/// <summary>Who looks into leads, and which of them it sees.</summary>
public static class LeadQueries
{
    public static readonly Role[] Offices = [Role.Squad, Role.Supervisor, Role.Station, Role.Centre];

    /// <summary>Of the caller's towns; for offices that do not see every lead, of its departments.</summary>
    public static IQueryable<Lead> VisibleTo(this IQueryable<Lead> leads, Caller caller)
    {
        var departments = caller.Departments;
        return caller.Role is { } role && Department.SeesEveryLead(role)
            ? leads.InTownsOf(caller)
            : leads.InTownsOf(caller).Where(lead => departments.Contains(lead.Department));
    }

    public static Task<Lead?> LeadFor(this FilingDb db, Caller caller, string id, CancellationToken cancel) =>
        db.Leads.VisibleTo(caller).SingleOrDefaultAsync(lead => lead.Id == id, cancel);
}
