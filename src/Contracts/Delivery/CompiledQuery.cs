using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Contracts.Delivery;

/// <summary>A query that EF works out once for each model, not at every call: for those that run with every message.</summary>
/// <param name="compile"><see cref="EF"/>'s own compilation; what it gives serves one model only.</param>
public sealed class CompiledQuery<TCall>(Func<TCall> compile)
    where TCall : Delegate
{
    private readonly ConditionalWeakTable<IModel, TCall> _known = [];

    /// <summary>The query, to be called with this context.</summary>
    public TCall In(DbContext db) => _known.GetValue(db.Model, _ => compile());
}
