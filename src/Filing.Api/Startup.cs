using FilingApi.Data;
using FilingApi.Domain;
using FilingApi.Evidence;
using FilingApi.Features.Accounts;
using FilingApi.Register;
using FilingApi.Settings;
using FilingApi.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace FilingApi;

/// <summary>
/// The steps before the first question is answered: open the stores, load the register, continue the clock from its last stamp.
/// </summary>
public sealed class Startup(
    ServiceSettings settings,
    FolderLock folder,
    IDbContextFactory<FilingDb> contexts,
    IDbContextFactory<QuestionDb> questions,
    IServiceProvider services,
    RegisterIndex index,
    RosterIndex roster,
    RegisterClock clock,
    IPasswordHasher<Account> hasher,
    ILookupNormalizer normaliser,
    FirstCode code,
    Readiness readiness,
    [FromKeyedServices(nameof(FilingDb))] Chain filingChain,
    [FromKeyedServices(nameof(QuestionDb))] Chain questionChain
)
{
    private const int MostTries = 5;

    public async Task Open(CancellationToken cancel)
    {
        folder.Take();
        for (var tries = 1; ; tries++)
        {
            try
            {
                await OpenOnce(cancel);
                return;
            }
            catch (DbUpdateException) when (settings.IsShared && tries < MostTries)
            {
                // Another process that starts at the same moment inserted the same row first.
                await Task.Delay(TimeSpan.FromMilliseconds(200 * tries), cancel);
            }
        }
    }

    private async Task OpenOnce(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        await using var log = await questions.CreateDbContextAsync(cancel);
        await FilingStore.Open(db, log, settings.SqlServer, cancel);
        await services.OpenEmbeddedWorker(settings, cancel);
        filingChain.Open(db);
        questionChain.Open(log);
        await Seed(db, cancel);
        await RefuseStrayDemoAccounts(db, cancel);
        roster.Replace(RosterIndex.Read(db));
        await LoadRegister(db, cancel);
        await ResumeClock(db, log, cancel);
        readiness.Opened();
    }

    private async Task Seed(FilingDb db, CancellationToken cancel)
    {
        if (!await db.Calendars.AnyAsync(cancel))
        {
            foreach (var calendar in ShippedCalendars.Read())
            {
                calendar.Begin("made", Actor.System, settings.Clock.GetUtcNow());
                db.Calendars.Add(calendar);
            }
        }

        if (!await db.Stamps.AnyAsync(cancel))
        {
            db.Stamps.Add(new StampRow { Last = DateTimeOffset.UnixEpoch });
        }

        if (settings.AdminPassword is { } password && !await db.Users.AnyAsync(account => account.Role == Role.Admin, cancel))
        {
            var request = new CreateAccount.Request
            {
                Account = CreateAccount.FirstAdministrator,
                Password = password,
                Role = Role.Admin,
                Organisation = CreateAccount.FirstAdministrator,
            };
            var account = CreateAccount.Make(request, roster.Now, hasher, normaliser, settings.Demo);
            account.Begin(Actor.System, settings.Clock.GetUtcNow());
            db.Users.Add(account);
        }

        if (settings.Production is { } production)
        {
            await code.MakeIfFirst(db, cancel);
            if (!await db.Towns.AnyAsync(town => town.Code == production.TownCode, cancel))
            {
                var town = new Town { Code = production.TownCode, Name = production.TownName };
                town.Begin("made", Actor.System, settings.Clock.GetUtcNow());
                db.Towns.Add(town);
                db.MakeDepartments(town.Code, Actor.System, settings.Clock.GetUtcNow());
            }
        }

        await Retention.Begin(db, Retention.Kinds, settings.Clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
        filingChain.Committed();
    }

    private async Task RefuseStrayDemoAccounts(FilingDb db, CancellationToken cancel)
    {
        if (!settings.Demo && await db.Users.AnyAsync(account => account.IsDemo, cancel))
        {
            throw new InvalidOperationException(
                $"The store in {settings.DataFolder} holds demo accounts; outside the demo the service does not start with them. "
                    + "Use another data folder."
            );
        }
    }

    private async Task LoadRegister(FilingDb db, CancellationToken cancel)
    {
        var since = settings.Clock.GetUtcNow() - RegisterIndex.Reach;
        var position = await db.Facts.MaxAsync(fact => (long?)fact.Position, cancel) ?? 0;
        index.Load((await ReadingFacts.Since(db, since, cancel)).SelectMany(batch => batch), position, since);
    }

    private async Task ResumeClock(FilingDb db, QuestionDb log, CancellationToken cancel)
    {
        var stamp = await db.Stamps.AsNoTracking().SingleAsync(cancel);
        var answer = await log.Questions.MaxAsync(question => (DateTimeOffset?)question.At, cancel);
        clock.Resume(stamp.Last, answer ?? DateTimeOffset.UnixEpoch);
    }
}
