using System.Text.Json;
using FilingApi.Data;
using FilingApi.Web;

namespace FilingApi.Evidence;

/// <summary>An act of administration: who changed which account, roster entry or calendar, or had personal data shown. Only added, and chained.</summary>
public sealed class AdminAct
{
    public const int WhatLength = 40;

    /// <summary>Who acts when no person does.</summary>
    public const string System = "system";

    public long Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Account { get; init; }
    public required string Organisation { get; init; }

    /// <summary>Noun and verb, such as <c>account-made</c>; stable.</summary>
    public required string What { get; init; }
    public required string Subject { get; init; }

    /// <summary>What it was changed to, as JSON; never a password, never a contact.</summary>
    public string? Detail { get; init; }
}

public static class AdminActs
{
    /// <summary>Written by the transaction of the act itself.</summary>
    public static void Note(this FilingDb db, Caller caller, DateTimeOffset now, string what, string subject, object? detail = null) =>
        db.Note(caller.Account, caller.Organisation, now, what, subject, detail);

    public static void Note(
        this FilingDb db,
        string account,
        string organisation,
        DateTimeOffset now,
        string what,
        string subject,
        object? detail = null
    ) =>
        db.Add(
            new AdminAct
            {
                At = now,
                Account = account,
                Organisation = organisation,
                What = what,
                Subject = subject,
                Detail = detail is null ? null : JsonSerializer.Serialize(detail, detail.GetType(), WebJson.Options),
            }
        );
}
