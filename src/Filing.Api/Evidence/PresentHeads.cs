using FilingApi.Data;

namespace FilingApi.Evidence;

/// <summary>
/// A book's head: <c>day</c> is that of its last link by then, <c>closed</c> says that no link can be added to it any more.
/// </summary>
public sealed record HeadView(string Book, DateOnly Day, int Links, string Hash, string Algorithm, bool Closed);

/// <summary>
/// How the chains end at this moment, for what is carried out of the house: who keeps one can prove all that came before (<c>./start
/// verify --head</c>).
/// </summary>
public sealed class PresentHeads(
    [FromKeyedServices(nameof(FilingDb))] Chain filing,
    [FromKeyedServices(nameof(QuestionDb))] Chain questions
)
{
    /// <summary>The book of the register's facts; null before the first of them.</summary>
    public HeadView? OfFacts => Of(Book.OfFiling, filing).FirstOrDefault(head => head.Book == Book.Facts);

    public IReadOnlyList<HeadView> All => [.. Of(Book.OfFiling, filing), .. Of(Book.OfQuestions, questions)];

    private static IEnumerable<HeadView> Of(IReadOnlyList<Book> books, Chain chain)
    {
        var heads = chain.Heads;
        return books.Where(book => heads.ContainsKey(book.Name)).Select(book => Open(book.Name, heads[book.Name]));
    }

    public static HeadView Open(string book, Head head) =>
        new(book, head.Day, head.Links, Convert.ToHexStringLower(head.Hash), Digest.Current.Name, false);
}
