using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Registry;

public sealed record DepartmentView(string Town, string Code, DepartmentKind Kind, string Name)
{
    public static DepartmentView Of(Department department) => new(department.Town, department.Code, department.Kind, department.Name);
}

/// <summary>The administrator enters a department of a town, such as a village; everyone in office sees those of its towns.</summary>
public static class RegisterDepartment
{
    private static readonly Paging<Department> ByTownAndCode = Paging<Department>.ByKeys(row => row.Town, row => row.Code);

    public sealed record Request
    {
        public required string Town { get; init; }
        public required string Code { get; init; }
        public required DepartmentKind Kind { get; init; }
        public required string Name { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Code).IsCode();
            RuleFor(request => request.Name).Text(1, 100);
        }
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/departments", Handle)
            .RequireAccess("RegisterDepartment", Role.Admin)
            .Refuses(Refusals.AlreadyThere, Refusals.UnknownReference)
            .Produces<DepartmentView>(StatusCodes.Status201Created);
        api.MapGet("/departments", List)
            .RequireAccess("ListDepartments", Role.Squad, Role.Supervisor, Role.Station, Role.Centre, Role.Admin)
            .Takes(Parameter.Cursor)
            .Produces<Page<DepartmentView>>();
    }

    public static Task<Answer> Handle(Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (!await db.Towns.AnyAsync(known => known.Code == request.Town, cancel))
                {
                    return Answer.Refused(caller, Refusals.UnknownReference.At("/town", request.Town));
                }

                if (await db.HasDepartment(request.Town, request.Code, cancel))
                {
                    return Answer.Refused(caller, Refusals.AlreadyThere.At("/code", request.Code));
                }

                var department = new Department
                {
                    Town = request.Town,
                    Code = request.Code,
                    Kind = request.Kind,
                    Name = request.Name,
                };
                department.Begin("made", caller.Actor, now);
                db.Departments.Add(department);
                return Answer.Created(DepartmentView.Of(department));
            },
            cancel
        );

    /// <summary>The administrator sees all of them.</summary>
    public static async Task<Answer> List(HttpRequest http, FilingDb db, Caller caller, CancellationToken cancel)
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
