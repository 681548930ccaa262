using FilingApi.Data;

namespace FilingApi.Evidence;

/// <summary>
/// A book's head: <c>day</c> is the day of its last link by then; <c>closed</c> means that no link can be added any more.
/// </summary>
public sealed record HeadView(string Book, DateOnly Day, int Links, string Hash, string Algorithm, bool Closed);

/// <summary>
/// The present heads of the chains, for copies outside the store: a kept head proves everything before it (<c>./start verify
/// --head</c>).
/// </summary>
public sealed class PresentHeads(
    [FromKeyedServices(nameof(FilingDb))] Chain filing,
    [FromKeyedServices(nameof(QuestionDb))] Chain questions
)
{
    /// <summary>The head of the register's facts; null before the first fact.</summary>
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
