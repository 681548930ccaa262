using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Web;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Features.Filings;

/// <summary>An enterprise's filings by what they wait for: its own hand, the station or the truck, nothing any more.</summary>
public static class ReadStages
{
    public enum Stage
    {
        Todo,
        Running,
        Done,
    }

    public static IQueryable<Filing> In(this IQueryable<Filing> filings, Stage stage, DateTimeOffset now) =>
        stage switch
        {
            Stage.Todo => filings.Where(filing => filing.Status == FilingStatus.Draft || filing.Status == FilingStatus.Returned),
            Stage.Running => filings.Where(filing =>
                filing.Status == FilingStatus.Submitted || (filing.Status == FilingStatus.Recorded && filing.To >= now)
            ),
            _ => filings.Where(filing =>
                filing.Status == FilingStatus.Refused
                || filing.Status == FilingStatus.Withdrawn
                || filing.Status == FilingStatus.Revoked
                || filing.Status == FilingStatus.Completed
                || (filing.Status == FilingStatus.Recorded && filing.To < now)
            ),
        };

    public static async Task<Page<ReadFilings.FilingRow>> Find(
        Stage stage,
        Cursor? cursor,
        FilingDb db,
        Caller caller,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var filings = db.Filings.AsNoTracking().VisibleTo(caller).In(stage, now);
        return await ReadFilings.Newest.Page(filings, cursor, filing => ReadFilings.Row(filing, now), cancel);
    }
}
