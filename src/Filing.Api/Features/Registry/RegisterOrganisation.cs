using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;

namespace FilingApi.Features.Registry;

/// <summary>The administrator enters an organisation of a town.</summary>
public static class RegisterOrganisation
{
    private static readonly string[] Kinds = ["enterprise", "hauler", "station", "centre", "squad", "supervision"];

    public sealed record Request
    {
        public required string Code { get; init; }

        /// <summary>enterprise, hauler, station, centre, squad or supervision.</summary>
        public required string Kind { get; init; }
        public required string Name { get; init; }
        public required string Town { get; init; }

        /// <summary>Taken in lower case and with spaces too; kept without.</summary>
        public string? Uscc
        {
            get;
            init => field = Domain.Uscc.Normalise(value);
        }
        public string? Phone { get; init; }

        /// <summary><c>kitchen</c>: may carry kitchen waste (R6).</summary>
        public IReadOnlyList<string>? Qualifications { get; init; }
    }

    public sealed class Rules : AbstractValidator<Request>
    {
        public Rules()
        {
            RuleFor(request => request.Code).IsCode();
            RuleFor(request => request.Kind)
                .Must(kind => Kinds.Contains(kind))
                .Refuse(Refusals.WrongType, string.Join(", ", Kinds), string.Join(", ", Kinds));
            RuleFor(request => request.Name).Text(1, 100);
            RuleFor(request => request.Uscc)
                .Must(code => string.IsNullOrEmpty(code) || Uscc.IsValid(code))
                .WithState((_, code) => Refusals.WrongUscc.At("", Shape.Shorten(code)));
            RuleFor(request => request.Phone).Text(0, 30);
            RuleFor(request => request.Phone)
                .Must(phone => string.IsNullOrEmpty(phone) || IsPhone(phone))
                .WithState((_, phone) => Refusals.WrongPhone.At("", Shape.Shorten(phone)));
            RuleForEach(request => request.Qualifications)
                .Must(word => Organisation.KnownQualifications.Contains(word))
                .Refuse(
                    Refusals.WrongType,
                    string.Join(", ", Organisation.KnownQualifications),
                    string.Join(", ", Organisation.KnownQualifications)
                );
        }
    }

    /// <summary>Has digits, all of them: a spreadsheet may have left <c>1.39E+10</c> of it.</summary>
    private static bool IsPhone(string text) => text.Any(char.IsAsciiDigit) && !Shape.IsShortenedNumber(text.Trim());

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("/organisations", Handle)
            .RequireAccess("RegisterOrganisation", Role.Admin)
            .Refuses(Refusals.AlreadyThere, Refusals.UnknownReference, Refusals.WrongUscc, Refusals.WrongPhone)
            .Produces<Organisation>(StatusCodes.Status201Created);

    public static Task<Answer> Handle(Request request, WriteSession session, Caller caller, CancellationToken cancel)
    {
        var organisation = new Organisation
        {
            Code = request.Code,
            Kind = request.Kind,
            Name = request.Name,
            Town = request.Town,
            Uscc = request.Uscc,
            Phone = request.Phone,
            Qualifications = request.Qualifications ?? [],
        };
        return AddPlace.Add(organisation, request.Code, organisation, request.Town, session, caller, cancel);
    }
}
