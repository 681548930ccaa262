using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Contracts.Delivery;

/// <summary>A query that EF compiles once per model instead of at every call; for queries that run with every message.</summary>
/// <param name="compile">Calls <see cref="EF"/>'s compilation; the result is valid for one model only.</param>
public sealed class CompiledQuery<TCall>(Func<TCall> compile)
    where TCall : Delegate
{
    private readonly ConditionalWeakTable<IModel, TCall> _known = [];

    /// <summary>The compiled query for this context's model.</summary>
    public TCall In(DbContext db) => _known.GetValue(db.Model, _ => compile());
}
