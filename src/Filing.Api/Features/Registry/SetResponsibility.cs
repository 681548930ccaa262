using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Registry;

/// <summary>
/// The administrator says which department of a town looks into a kind of lead from a day on (R12); leads raised earlier stay where
/// they are.
/// </summary>
public static class SetResponsibility
{
    public sealed record Request
    {
        public required string Town { get; init; }
        public required LeadKind Kind { get; init; }
        public required string Department { get; init; }

        /// <summary>Working days until it is to be checked.</summary>
        public required int CheckDays { get; init; }

        /// <summary>Working days until it is to be closed.</summary>
        public required int CloseDays { get; init; }
        public required DateOnly From { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.CheckDays).Count(1, 60);
            RuleFor(request => request.CloseDays).Count(1, 250);
        }
    }

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/responsibilities", Handle)
            .RequireAccess("SetResponsibility", Role.Admin)
            .Refuses(Refusals.AlreadyThere, Refusals.UnknownDepartment)
            .Produces<Request>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(Request request, WriteSession session, Caller caller, CancellationToken cancel) =>
        session.Write(
            async (db, now) =>
            {
                if (!await db.HasDepartment(request.Town, request.Department, cancel))
                {
                    return Answer.Refused(caller, Refusals.UnknownDepartment.At("/department", request.Town, request.Department));
                }

                if (await db.Responsibilities.FindAsync([request.Town, request.Kind, request.From], cancel) is not null)
                {
                    return Answer.Refused(caller, Refusals.AlreadyThere.At("/from", $"{request.From:yyyy-MM-dd}"));
                }

                var row = new Responsibility
                {
                    Town = request.Town,
                    Kind = request.Kind,
                    From = request.From,
                    Department = request.Department,
                    CheckDays = request.CheckDays,
                    CloseDays = request.CloseDays,
                };
                row.Begin("made", caller.Actor, now);
                db.Responsibilities.Add(row);
                return Answer.Created(request);
            },
            cancel
        );
}
