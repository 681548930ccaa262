using System.Collections.Frozen;
using FilingApi.Domain;
using Microsoft.AspNetCore.Mvc.Abstractions;

namespace FilingApi.Web;

/// <summary>
/// Every use case by name, as its endpoint declares it. Pages, the description and the tests read here who may call what.
/// </summary>
public sealed class UseCases
{
    private FrozenDictionary<string, AccessRow> _rows = FrozenDictionary<string, AccessRow>.Empty;

    public IReadOnlyCollection<AccessRow> All => _rows.Values;

    public AccessRow this[string name] =>
        _rows.GetValueOrDefault(name) ?? throw new InvalidOperationException($"There is no use case {name}.");

    public bool Allows(string name, Role? role) => this[name].Allows(role);

    /// <summary>Called once when all endpoints are mapped; an endpoint without access rules stops the start.</summary>
    public void Read(IEnumerable<Endpoint> endpoints)
    {
        var rows = new Dictionary<string, AccessRow>(StringComparer.Ordinal);
        foreach (var endpoint in endpoints.Where(endpoint => endpoint.Metadata.GetMetadata<ActionDescriptor>() is null))
        {
            var row =
                endpoint.Metadata.GetMetadata<AccessRow>()
                ?? throw new InvalidOperationException(
                    $"{endpoint.DisplayName} does not say who may call it: add RequireAccess or AllowAnyone."
                );
            if (rows.TryGetValue(row.Name, out var known) && !ReferenceEquals(known, row))
            {
                throw new InvalidOperationException($"Two use cases are called {row.Name}.");
            }

            rows[row.Name] = row;
        }

        _rows = rows.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
