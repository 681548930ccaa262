using System.Text;
using FilingApi.Domain;
using FilingApi.Web;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace FilingApi.Pages;

/// <summary>Something that is wrong with a form, and where; the field is null where it is the whole.</summary>
public sealed record Fault(string? Pointer, string Sentence);

/// <summary>
/// A page from which people act: it calls the API's own use cases, sends the version it showed and a key that makes a second press
/// harmless.
/// </summary>
public abstract class DeskPage : PageModel
{
    private const int LongestKey = 64;

    /// <summary>Made with the form: pressing twice, or coming back and pressing again, has one effect.</summary>
    [BindProperty]
    public string? Key { get; set; }

    /// <summary>Of the record as it was shown.</summary>
    [BindProperty]
    public string? Version { get; set; }

    public IReadOnlyList<Fault> Faults { get; protected set; } = [];

    public Caller Caller => field ??= HttpContext.RequestServices.GetRequiredService<Caller>();

    public Words Words => field ??= HttpContext.RequestServices.GetRequiredService<Words>();

    public static string NewKey() => Guid.NewGuid().ToString("N");

    /// <summary>Asked by a script, which shows the answer itself.</summary>
    protected bool IsAskedByScript => Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal);

    /// <summary>A form's fields are its key, its version and its content. Several acts of one form have a key each.</summary>
    protected void Sends(string? part = null, string? version = null)
    {
        var content = new StringBuilder();
        foreach (
            var (name, values) in Request
                .Form.Where(field => field.Key != "__RequestVerificationToken")
                .OrderBy(field => field.Key, StringComparer.Ordinal)
        )
        {
            content.Append(name).Append('=').AppendJoin('\u001f', values!).Append('\n');
        }

        var key = Key is { Length: > 0 and <= LongestKey } ? $"{Key}{part}" : null;
        Caller.Sends(key, version ?? Version, BodyGate.Hash(Request, Encoding.UTF8.GetBytes(content.ToString())));
    }

    /// <summary>The shape of the input, by the rules that the API holds it against.</summary>
    protected bool HasShape<T>(T request)
    {
        var rules = HttpContext.RequestServices.GetRequiredService<IValidator<T>>();
        Faults = [.. Shape.Refusals(rules.Validate(request)).Select(ToFault)];
        return Faults.Count == 0;
    }

    /// <summary>What came of an act: its result, or null and what is wrong.</summary>
    protected T? Took<T>(Answer answer)
        where T : class
    {
        if (answer.Read<T>() is { } done)
        {
            return done;
        }

        var problem = answer.Problem!;
        Faults = problem.Errors is { } errors
            ? [.. errors.SelectMany(error => error.Value.Select(item => new Fault(error.Key, item.Sentence)))]
            : [new Fault(null, problem.Detail)];
        return null;
    }

    protected Fault ToFault(Refusal refusal) => new(refusal.Pointer, refusal.Sentence(Words.Language));

    protected void Done(string sentence) => TempData["Done"] = sentence;
}
