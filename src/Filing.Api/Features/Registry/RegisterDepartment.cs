using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Registry;

/// <summary>The administrator enters a department of a town, such as a village.</summary>
public static class RegisterDepartment
{
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

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/departments", Handle)
            .RequireAccess("RegisterDepartment", Role.Admin)
            .Refuses(Refusals.AlreadyThere, Refusals.UnknownReference)
            .Produces<DepartmentView>(StatusCodes.Status201Created);

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
}
