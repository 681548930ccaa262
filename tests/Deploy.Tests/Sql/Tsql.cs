using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Deploy.Tests.Sql;

/// <summary>Parses a script as SQL Server 2022 does.</summary>
internal static class Tsql
{
    /// <summary>
    /// Every statement, including those inside IF, BEGIN … END and EXEC (N'…'); a script that cannot be parsed fails with its first error.
    /// </summary>
    public static List<TSqlStatement> Statements(string script)
    {
        var found = new List<TSqlStatement>();
        foreach (var batch in Read(script).Batches)
        {
            found.AddRange(batch.Statements.SelectMany(Inner));
        }

        return found;
    }

    public static TSqlScript Read(string script)
    {
        var tree = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var faults);
        Assert.True(faults.Count == 0, faults.Count == 0 ? null : $"line {faults[0].Line}: {faults[0].Message}");
        return (TSqlScript)tree;
    }

    /// <summary>The column names of a query's result, each once; empty if it is no query or selects *.</summary>
    public static IReadOnlyList<string> ColumnsOf(string text) =>
        Read(text).Batches.SelectMany(batch => batch.Statements).OfType<SelectStatement>().LastOrDefault()?.QueryExpression
            is not QuerySpecification query
            ? []
            :
            [
                .. query
                    .SelectElements.OfType<SelectScalarExpression>()
                    .Select(
                        (element, i) =>
                            element.ColumnName?.Value
                            ?? (element.Expression as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value
                            ?? $"c{i}"
                    )
                    .Select((name, i) => (name, i))
                    .GroupBy(column => column.name, StringComparer.OrdinalIgnoreCase)
                    .SelectMany(same =>
                        same.Select((column, again) => (Name: again == 0 ? column.name : $"{column.name}.{again}", column.i))
                    )
                    .OrderBy(column => column.i)
                    .Select(column => column.Name),
            ];

    public static string Text(TSqlFragment fragment)
    {
        new Sql160ScriptGenerator().GenerateScript(fragment, out var text);
        return text;
    }

    private static IEnumerable<TSqlStatement> Inner(TSqlStatement statement) =>
        statement switch
        {
            IfStatement branch => Inner(branch.ThenStatement).Concat(branch.ElseStatement is { } other ? Inner(other) : []),
            BeginEndBlockStatement block => block.StatementList.Statements.SelectMany(Inner),
            ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList text } => Statements(
                string.Concat(text.Strings.OfType<StringLiteral>().Select(part => part.Value))
            ),
            _ => [statement],
        };
}
