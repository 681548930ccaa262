using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Registry;

/// <summary>The administrator enters a town; the departments that every town has come with it.</summary>
public static class RegisterTown
{
    public sealed record Request
    {
        public required string Code { get; init; }
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
        api.MapPost("/towns", Handle)
            .RequireAccess("RegisterTown", Role.Admin)
            .Refuses(Refusals.AlreadyThere)
            .Produces<Town>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (await db.Towns.FindAsync([request.Code], cancel) is not null)
                {
                    return Answer.Refused(caller, Refusals.AlreadyThere.At("/code", request.Code));
                }

                var town = new Town { Code = request.Code, Name = request.Name };
                town.Begin("made", caller.Actor, now);
                db.Towns.Add(town);
                db.MakeDepartments(town.Code, caller.Actor, now);
                db.RosterChanged = true;
                return Answer.Created(request);
            },
            cancel
        );
}
