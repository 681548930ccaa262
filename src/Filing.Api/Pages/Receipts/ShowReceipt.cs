using System.Security.Cryptography;
using System.Text;
using FilingApi.Domain;
using FilingApi.Features.Filings;
using FilingApi.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FilingApi.Pages.Receipts;

/// <summary>The receipt as a sheet of A4: by its address in the API, and by the short one that its QR code carries.</summary>
public static class ShowReceipt
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(
                "/api/v1/filings/{number}/receipt",
                (string number, HttpRequest http, ReadReceipt.Desk desk, Caller caller, CancellationToken cancel) =>
                    Page(number, "word", http, desk, caller, cancel)
            )
            .AllowAnyone("ShowReceipt")
            .Takes(ReadReceipt.Word)
            .Refuses(Refusals.NotFound, Refusals.TooManyWords)
            .Produces<string>(StatusCodes.Status200OK, "text/html");
        app.MapGet("/r/{number}", Open)
            .AllowAnyone("OpenReceipt")
            .Takes(ReadReceipt.Word with { Name = "w" })
            .Refuses(Refusals.NotFound, Refusals.TooManyWords)
            .Produces<string>(StatusCodes.Status200OK, "text/html");
    }

    /// <summary>For an officer's browser the code leads to the check; for anyone else it is the receipt.</summary>
    private static async Task<IResult> Open(
        string number,
        HttpRequest http,
        ReadReceipt.Desk desk,
        Caller caller,
        CancellationToken cancel
    ) =>
        caller.Role == Role.Squad && http.HttpContext.User.Identity?.AuthenticationType == PageSession.Scheme
            ? Results.Redirect($"/roadside{QueryString.Create("n", number)}")
            : await Page(number, "w", http, desk, caller, cancel);

    private static async Task<IResult> Page(
        string number,
        string parameter,
        HttpRequest http,
        ReadReceipt.Desk desk,
        Caller caller,
        CancellationToken cancel
    )
    {
        if (http.HttpContext.IsForPerson() && new Query(http).Text(parameter) is null)
        {
            return new Sheet(StatusCodes.Status200OK, "Ask", new AskModel(number, null));
        }

        return await desk.Find(number, parameter, http, cancel) switch
        {
            ({ } receipt, _) => new Sheet(StatusCodes.Status200OK, "Receipt", new ReceiptModel(receipt, parameter)),

            // A person is asked for the word; a program gets the code.
            var (_, refusal) when http.HttpContext.IsForPerson() => new Sheet(refusal!.Kind.Status, "Ask", new AskModel(number, refusal)),
            var (_, refusal) => Answer.Refused(caller, refusal!),
        };
    }

    /// <summary>A view as an answer. It carries its own policy: one style, the code's picture and the script that prints.</summary>
    private sealed record Sheet(int Status, string View, object Model) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            // Here, not before: what an async method sets of the culture is gone when it returns.
            PageLanguage.Choose(httpContext);
            var headers = httpContext.Response.Headers;
            headers.ContentSecurityPolicy = ReceiptStyle.Policy;
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-store";
            var view = new ViewResult
            {
                StatusCode = Status,
                ViewName = $"/Pages/Receipts/{View}.cshtml",
                ViewData = new ViewDataDictionary(
                    httpContext.RequestServices.GetRequiredService<IModelMetadataProvider>(),
                    new ModelStateDictionary()
                )
                {
                    Model = Model,
                },
            };
            return view.ExecuteResultAsync(new ActionContext(httpContext, httpContext.GetRouteData(), new ActionDescriptor()));
        }
    }
}

/// <param name="Of">What stands on the sheet.</param>
/// <param name="Parameter">What the address calls the check word, so that the other language finds it again.</param>
public sealed record ReceiptModel(ReadReceipt.Receipt Of, string Parameter)
{
    public string Picture => Convert.ToBase64String(Encoding.UTF8.GetBytes(Of.Code));
}

/// <summary>A person without the right word is asked for it.</summary>
public sealed record AskModel(string Number, Refusal? Refusal);

/// <summary>The sheet's style is written into it, so that a kept copy stays whole.</summary>
public static class ReceiptStyle
{
    public static string Text { get; } = Read();

    public static string Policy { get; } =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}'; "
        + "img-src 'self' data:; script-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static string Read()
    {
        using var reader = new StreamReader(
            typeof(ReceiptStyle).Assembly.GetManifestResourceStream("FilingApi.Pages.Receipts.receipt.css")
                ?? throw new InvalidOperationException("The build left out receipt.css.")
        );
        return reader.ReadToEnd();
    }
}
