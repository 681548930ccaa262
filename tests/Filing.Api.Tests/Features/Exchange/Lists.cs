using System.Text;
using System.Text.Json;
using FilingApi.Features.Exchange;

namespace FilingApi.Tests.Features.Exchange;

/// <summary>Lists sent in, and their answers in one line each.</summary>
internal static class Lists
{
    public const string Trucks = "plate,colour,owner,tankM3,payloadT,papersUntil";
    public const string Organisations = "code,kind,name,town,uscc,phone,qualifications";

    public static Task<Reply> Csv(this TestService service, string list, string text) => service.Csv(list, Encoding.UTF8.GetBytes(text));

    public static Task<Reply> Csv(this TestService service, string list, byte[] bytes) =>
        service.Admin.Send(HttpMethod.Post, $"imports/{list}", bytes, SheetFile.Csv);

    public static Task<Reply> Xlsx(this TestService service, string list, MakeXlsx book) =>
        service.Admin.Send(HttpMethod.Post, $"imports/{list}", book.Bytes(), SheetFile.Xlsx);

    /// <summary><c>3 refused uscc FIL-042 phone FIL-043</c>.</summary>
    public static IReadOnlyList<string> Rows(this Reply reply) => [.. reply.Must(200).Items("rows").Select(Row)];

    public static IReadOnlyList<string> Notes(this Reply reply) => [.. reply.Must(200).Items("notes").Select(note => note.GetString()!)];

    private static string Row(JsonElement row) =>
        string.Join(
            ' ',
            row.GetProperty("errors")
                .EnumerateArray()
                .Select(error => $"{error.Text("column")} {error.Text("code")}".TrimStart())
                .Prepend($"{row.GetProperty("row").GetInt32()} {row.Text("result")}")
        );
}
