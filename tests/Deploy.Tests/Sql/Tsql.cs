using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Deploy.Tests.Sql;

/// <summary>A script as SQL Server 2022 reads it.</summary>
internal static class Tsql
{
    /// <summary>Every statement, those inside IF, BEGIN … END and EXEC (N'…') too; a script that cannot be read fails with its first fault.</summary>
    public static List<TSqlStatement> Statements(string script)
    {
        var found = new List<TSqlStatement>();
        foreach (var batch in Read(script).Batches) { found.AddRange(batch.Statements.SelectMany(Inner)); }

        return found;
    }

    public static TSqlScript Read(string script)
    {
        var tree = new TSql160Parser(initialQuotedIdentifiers: true).Parse(new StringReader(script), out var faults);
        Assert.True(faults.Count == 0, faults.Count == 0 ? null : $"line {faults[0].Line}: {faults[0].Message}");
        return (TSqlScript)tree;
    }

    public static string Text(TSqlFragment fragment)
    {
        new Sql160ScriptGenerator().GenerateScript(fragment, out var text);
        return text;
    }

    private static IEnumerable<TSqlStatement> Inner(TSqlStatement statement) => statement switch
    {
        IfStatement branch => Inner(branch.ThenStatement).Concat(branch.ElseStatement is { } other ? Inner(other) : []),
        BeginEndBlockStatement block => block.StatementList.Statements.SelectMany(Inner),
        ExecuteStatement { ExecuteSpecification.ExecutableEntity: ExecutableStringList text } => Statements(string.Concat(text.Strings.OfType<StringLiteral>().Select(part => part.Value))),
        _ => [statement],
    };
}
