using System.Text;
using System.Text.RegularExpressions;
using FilingApi.Tests.Contract;
using FilingApi.Web;

namespace FilingApi.Tests.Fuzz;

/// <summary>One request to send. <c>Account</c> null: signed out; empty: an invalid token.</summary>
internal sealed record Sent(
    Operation Operation,
    string Path,
    string? Account,
    byte[]? Body,
    string? ContentType,
    IReadOnlyList<(string Name, string Value)> Headers
)
{
    public override string ToString() =>
        $"{Operation.Method} {Path} as {Account ?? "nobody"} "
        + $"{string.Join(' ', Headers.Select(header => $"{header.Name}: {header.Value}"))} {ContentType}\n"
        + Encoding.UTF8.GetString(Body ?? []) switch
        {
            { Length: > 2_000 } text => text[..2_000],
            var text => text,
        };
}

/// <summary>Requests generated from the description: about a third are valid, the others are broken in one or several ways.</summary>
internal sealed partial class Requests(Random dice, Described described, Pool pool, TimeProvider clock, UseCases useCases)
{
    private static readonly string[] MediaTypes =
    [
        "text/plain",
        "application/xml",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/json; charset=utf-16",
        "application/JSON",
        "nonsense",
        "",
    ];
    private readonly Values _values = new(dice, new Schemas(described.Root), pool, clock);
    private readonly Absurd _absurd = new(dice);

    /// <summary>Chances in percent: each part of a request is broken independently.</summary>
    public Sent Next()
    {
        var operation = described.Operations[dice.Next(described.Operations.Count)];
        var isSpoilt = dice.Next(100) < 65;
        bool Spoil(int percent) => isSpoilt && dice.Next(100) < percent;

        var path = Place()
            .Replace(operation.Path, match => Uri.EscapeDataString(Spoil(15) ? _absurd.Text() : Named(operation, match.Value[1..^1])));
        if (Spoil(3))
        {
            path += "/" + Uri.EscapeDataString(_absurd.Text());
        }

        var (body, contentType) = Body(operation, Spoil);
        return new Sent(
            operation,
            path + Query(operation, Spoil),
            Account(operation, Spoil),
            body,
            contentType,
            [.. Headers(operation, Spoil)]
        );
    }

    private string Named(Operation operation, string parameter) =>
        pool.Any(
            (operation.Path, parameter) switch
            {
                ({ } path, "id") when path.Contains("/runs/", StringComparison.Ordinal) => "run",
                ({ } path, "id") when path.Contains("/leads/", StringComparison.Ordinal) => "lead",
                ({ } path, "id") when path.Contains("/sightings/", StringComparison.Ordinal) => "sighting",
                ({ } path, "id") when path.Contains("/trips/", StringComparison.Ordinal) => "trip",
                ({ } path, "id") when path.Contains("/jobs/", StringComparison.Ordinal) => "job",
                ({ } path, "number") when path.Contains("/orders/", StringComparison.Ordinal) => "order",
                _ => parameter,
            }
        ) ?? "none";

    private string? Account(Operation operation, Func<int, bool> spoil)
    {
        if (spoil(4))
        {
            return null;
        }
        if (spoil(4))
        {
            return "";
        }

        var row = useCases[operation.Id];
        var may = Accounts.All.Where(account => row.IsForAnyone || row.Roles.Contains(account.Role)).ToList();
        return spoil(15) ? Accounts.All[dice.Next(Accounts.All.Count)].Account : may[dice.Next(may.Count)].Account;
    }

    private string Query(Operation operation, Func<int, bool> spoil)
    {
        List<(string Name, string Value)> query = [];
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query"))
        {
            var name = parameter.GetProperty("name").GetString()!;
            var isRequired = parameter.TryGetProperty("required", out var required) && required.GetBoolean();
            if (!isRequired && dice.Next(100) < 60)
            {
                continue;
            }

            var value = name switch
            {
                "cursor" => pool.Any("next"),
                "word" or "w" => pool.Any("checkWord"),
                "plate" => pool.Any("plate"),
                _ => _values.Of(parameter.GetProperty("schema"), name)?.ToString(),
            };
            query.Add((name, spoil(25) ? _absurd.Text() : value ?? ""));
        }

        if (spoil(5))
        {
            query.Add(("unknown", _absurd.Text()));
        }
        if (query.Count > 0 && spoil(5))
        {
            query.Add(query[0]);
        }

        return query.Count == 0 ? "" : "?" + string.Join('&', query.Select(pair => $"{pair.Name}={Uri.EscapeDataString(pair.Value)}"));
    }

    private (byte[]?, string?) Body(Operation operation, Func<int, bool> spoil)
    {
        if (operation.Id == "ImportSheet")
        {
            var cells = Enumerable
                .Range(0, 1 + dice.Next(4))
                .Select(_ =>
                    string.Join(
                        ',',
                        Enumerable
                            .Range(0, 7)
                            .Select(_ => dice.Next(3) == 0 ? _absurd.Text().Replace(',', ' ').Replace('\n', ' ') : pool.Any("plate"))
                    )
                );
            var table = Encoding.UTF8.GetBytes(
                $"{(spoil(30) ? _absurd.Text() : "code,kind,name,town,uscc,phone,qualifications")}\n{string.Join('\n', cells)}\n"
            );
            return (
                spoil(10) ? table[..(table.Length / 2)] : table,
                spoil(20) ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" : "text/csv"
            );
        }

        if (operation.RequestSchema is not { } schema)
        {
            return spoil(10) ? ("[7]"u8.ToArray(), Api.Json) : (null, null);
        }

        var isOptional = operation.Body.GetProperty("requestBody").TryGetProperty("required", out var required)
            ? !required.GetBoolean()
            : true;
        if (isOptional && dice.Next(4) == 0)
        {
            return (null, null);
        }

        var body = _values.Of(schema);
        if (spoil(55))
        {
            body = _absurd.Spoil(body);
        }

        var text = Absurd.Written(body);
        var bytes = spoil(12) && text.Length > 1 ? _absurd.Break(text) : Encoding.UTF8.GetBytes(text);
        if (operation.Id == "ReportSightings" && dice.Next(4) == 0)
        {
            return (Encoding.UTF8.GetBytes(text.Trim('[', ']').Replace("},{", "}\n{", StringComparison.Ordinal)), "application/x-ndjson");
        }

        return (bytes, spoil(6) ? MediaTypes[dice.Next(MediaTypes.Length)] : Api.Json);
    }

    private IEnumerable<(string, string)> Headers(Operation operation, Func<int, bool> spoil)
    {
        yield return (
            "Accept-Language",
            spoil(20) ? _absurd.Text()
            : dice.Next(2) == 0 ? "en"
            : "zh-CN,zh;q=0.9"
        );
        if (dice.Next(100) < 15)
        {
            yield return ("If-Match", spoil(50) ? _absurd.Text() : $"\"{dice.Next(1, 5)}\"");
        }
        if (dice.Next(100) < 15)
        {
            yield return ("Idempotency-Key", spoil(30) ? _absurd.Text() : $"key-{dice.Next(200)}");
        }
        if (spoil(3))
        {
            yield return ("Last-Event-ID", _absurd.Text());
        }
        if (spoil(2))
        {
            yield return ("Range", "bytes=5-1");
        }
        if (spoil(2))
        {
            yield return ("If-None-Match", "*");
        }
        if (spoil(2))
        {
            yield return ("X-HTTP-Method-Override", "DELETE");
        }
    }

    [GeneratedRegex(@"\{[a-z]+\}")]
    private static partial Regex Place();
}
