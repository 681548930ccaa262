using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Registry;

public sealed record DepartmentView(string Town, string Code, DepartmentKind Kind, string Name)
{
    public static DepartmentView Of(Department department) => new(department.Town, department.Code, department.Kind, department.Name);
}

/// <summary>Everyone in office sees the departments of its towns, the administrator all of them.</summary>
public static class ListDepartments
{
    private static readonly Paging<Department> ByTownAndCode = Paging<Department>.ByKeys(row => row.Town, row => row.Code);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/departments", Handle)
            .RequireAccess("ListDepartments", Role.Squad, Role.Supervisor, Role.Station, Role.Centre, Role.Admin)
            .Takes(Parameter.Cursor)
            .Produces<Page<DepartmentView>>();

    public static async Task<Answer> Handle(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel)
    {
        var query = new Query(http);
        var cursor = query.Cursor();
        if (query.Faults.Count > 0)
        {
            return Answer.Refused(caller, query.Faults);
        }

        var departments = db.Departments.AsNoTracking();
        if (caller.Role != Role.Admin)
        {
            departments = departments.InTownsOf(caller);
        }

        return Answer.Ok(await ByTownAndCode.Page(departments, cursor, DepartmentView.Of, cancel));
    }
}
