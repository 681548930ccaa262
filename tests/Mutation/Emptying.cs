using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Mutation;

/// <summary>
/// Puts switches into a file, so that one build holds all mutants. Of every method, operator and computed property: it does and answers
/// nothing. Of every statement in it: it is left out. Of every condition: it does not hold.
/// </summary>
internal static class Emptying
{
    /// <summary>The class that a mutated tree holds beside the domain.</summary>
    public const string SwitchClass = """
        internal static class MutantSwitch
        {
            private static readonly int Active = int.Parse(
                System.Environment.GetEnvironmentVariable("MUTANT") ?? "0",
                System.Globalization.CultureInfo.InvariantCulture
            );
            private static readonly bool[] Reached = new bool[100_000];

            static MutantSwitch()
            {
                if (System.Environment.GetEnvironmentVariable("MUTANTS_REACHED") is { } file)
                {
                    System.AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.File.WriteAllLines(
                        file,
                        System.Linq.Enumerable.Range(0, Reached.Length).Where(n => Reached[n]).Select(n => n.ToString())
                    );
                }
            }

            public static bool Is(int number)
            {
                Reached[number] = true;
                return number == Active;
            }
        }
        """;

    public static (string Text, IReadOnlyList<Mutant> Mutants) Of(string text, int first)
    {
        var (mutants, changes) = (new List<Mutant>(), new List<TextChange>());
        foreach (var member in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>())
        {
            var (body, arrow, type) = member switch
            {
                MethodDeclarationSyntax method => (method.Body, method.ExpressionBody, method.ReturnType),
                OperatorDeclarationSyntax op => (op.Body, op.ExpressionBody, op.ReturnType),
                PropertyDeclarationSyntax property => (null, property.ExpressionBody, property.Type),
                _ => (null, null, null),
            };
            if (type is null || (body is null && arrow is null))
            {
                continue;
            }

            var name = NameOf(member);
            var head = string.Concat(
                AnswersOf(type, body).Select(answer => $" if ({Switch($"{name}{answer.Said}")}) {{ {answer.Statement} }} ")
            );
            if (body is not null)
            {
                Insert(body.OpenBraceToken.Span.End, head);
                LeaveOut(body, name);
            }
            else
            {
                var value = arrow!.Expression.ToString();
                var rest = type.ToString() == "void" || arrow.Expression is ThrowExpressionSyntax ? $"{value};" : $"return {value};";
                var block = member is PropertyDeclarationSyntax ? $"{{ get {{ {head}{rest} }} }}" : $"{{ {head}{rest} }}";
                changes.Add(new TextChange(TextSpan.FromBounds(arrow.SpanStart, arrow.Parent!.GetLastToken().Span.End), block));
            }
        }

        return (SourceText.From(text).WithChanges(changes.OrderBy(change => change.Span.Start)).ToString(), mutants);

        void LeaveOut(BlockSyntax body, string name)
        {
            foreach (var statement in body.DescendantNodes().OfType<ExpressionStatementSyntax>().Where(MayBeLeftOut))
            {
                Insert(statement.SpanStart, $"if (!{Switch($"{name} without \"{Short(statement)}\"")}) {{ ");
                Insert(statement.Span.End, " }");
            }

            foreach (var condition in body.DescendantNodes().OfType<IfStatementSyntax>().Select(step => step.Condition).Where(MayBeLeftOut))
            {
                Insert(condition.SpanStart, $"!{Switch($"{name} without \"if ({Short(condition)})\"")} && (");
                Insert(condition.Span.End, ")");
            }
        }

        string Switch(string name)
        {
            mutants.Add(new Mutant(first + mutants.Count, name));
            return $"global::MutantSwitch.Is({mutants[^1].Number})";
        }

        void Insert(int at, string code) => changes.Add(new TextChange(new TextSpan(at, 0), code));
    }

    /// <summary>What declares a variable for later cannot go: the rest would not compile.</summary>
    private static bool MayBeLeftOut(SyntaxNode node) =>
        !node.DescendantNodes().Any(inner => inner is DeclarationExpressionSyntax)
        && !node.DescendantNodes()
            .OfType<UnaryPatternSyntax>()
            .Any(not => not.DescendantNodes().Any(inner => inner is VariableDesignationSyntax));

    private static string Short(SyntaxNode node)
    {
        var text = string.Join(' ', node.ToString().Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
        return text.Length > 70 ? $"{text[..70]}…" : text;
    }

    /// <summary>What an emptied member does; of a decision both answers.</summary>
    private static IEnumerable<(string Statement, string Said)> AnswersOf(TypeSyntax type, BlockSyntax? body) =>
        type.ToString() switch
        {
            "void" => [("return;", "")],
            "bool" => [("return false;", " = false"), ("return true;", " = true")],
            "string" => [("return \"\";", "")],
            _ when body?.DescendantNodes().Any(node => node is YieldStatementSyntax) == true => [("yield break;", "")],
            var name
                when name.StartsWith("IReadOnlyList<", StringComparison.Ordinal)
                    || name.StartsWith("IReadOnlyCollection<", StringComparison.Ordinal) => [("return [];", "")],
            _ => [("return default!;", "")],
        };

    private static string NameOf(MemberDeclarationSyntax member)
    {
        var type = string.Join(
            '.',
            member.Ancestors().OfType<BaseTypeDeclarationSyntax>().Reverse().Select(outer => outer.Identifier.Text)
        );
        return member switch
        {
            MethodDeclarationSyntax method => $"{type}.{method.Identifier.Text}({ParametersOf(method)})",
            OperatorDeclarationSyntax op => $"{type}.operator {op.OperatorToken.Text}({ParametersOf(op)})",
            PropertyDeclarationSyntax property => $"{type}.{property.Identifier.Text}",
            _ => throw new InvalidOperationException($"No name for a {member.Kind()}."),
        };
    }

    private static string ParametersOf(BaseMethodDeclarationSyntax method) =>
        string.Join(", ", method.ParameterList.Parameters.Select(parameter => parameter.Type!.ToString()));
}
