using Contracts.Delivery;
using Contracts.Filing;
using FilingApi.Data;
using FilingApi.Domain;
using MassTransit;
using Microsoft.EntityFrameworkCore;

namespace FilingApi.Consumers;

/// <summary>
/// Adds a submitted filing to its station's inbox and removes it when it is decided. Order and repetition do not matter: the highest
/// version counts.
/// </summary>
public sealed class RouteReviews(Writer<FilingDb> writer, TimeProvider clock) : IConsumer<ReviewRequested>, IConsumer<ReviewEnded>
{
    private static readonly CompiledQuery<Func<FilingDb, string, CancellationToken, Task<ReviewRow?>>> Known = new(() =>
        EF.CompileAsyncQuery(
            (FilingDb db, string number, CancellationToken _) => db.Reviews.SingleOrDefault(review => review.Number == number)
        )
    );

    public Task Consume(ConsumeContext<ReviewRequested> context) =>
        writer.Write(
            async (db, cancel) =>
            {
                var asked = context.Message;
                if (!await db.FirstSeen(context.MessageId!.Value, nameof(RouteReviews), clock.GetUtcNow(), cancel))
                {
                    return false;
                }

                var review = await Find(db, asked.Number, asked.Town, cancel);
                (review.Kind, review.Emergency) = (asked.Kind, asked.Emergency);
                if (asked.Version <= review.Version)
                {
                    // The end of the review arrived first.
                    if (review.SubmittedAt == default)
                    {
                        (review.SubmittedAt, review.DueAt) = (asked.SubmittedAt, asked.DueAt);
                    }

                    // Sent again when the calendar was imported.
                    if (asked.Version == review.Version)
                    {
                        review.DueAt ??= asked.DueAt;
                    }

                    return true;
                }

                db.LiveEvents.Add(new LiveEvent("review-requested", asked.Number, asked.Town, null, asked.SubmittedAt));
                (review.Version, review.SubmittedAt, review.DueAt, review.EndedAt, review.Outcome) = (
                    asked.Version,
                    asked.SubmittedAt,
                    asked.DueAt,
                    null,
                    null
                );
                return true;
            },
            context.CancellationToken
        );

    public Task Consume(ConsumeContext<ReviewEnded> context) =>
        writer.Write(
            async (db, cancel) =>
            {
                var ended = context.Message;
                if (!await db.FirstSeen(context.MessageId!.Value, nameof(RouteReviews), clock.GetUtcNow(), cancel))
                {
                    return false;
                }

                var review = await Find(db, ended.Number, ended.Town, cancel);
                if (ended.Version > review.Version)
                {
                    db.LiveEvents.Add(new LiveEvent("review-ended", ended.Number, ended.Town, null, ended.EndedAt));
                    (review.Version, review.EndedAt, review.Outcome) = (ended.Version, ended.EndedAt, ended.Outcome);
                }

                return true;
            },
            context.CancellationToken
        );

    private static async Task<ReviewRow> Find(FilingDb db, string number, string town, CancellationToken cancel)
    {
        if (await Known.In(db)(db, number, cancel) is { } known)
        {
            return known;
        }

        var review = new ReviewRow
        {
            Number = number,
            Town = town,
            Version = 0,
            Kind = "",
            Emergency = false,
            SubmittedAt = default,
        };
        db.Reviews.Add(review);
        return review;
    }
}

/// <summary>With a broker the queue is bound by town: an installation may serve only some towns of a county.</summary>
public sealed class RouteReviewsByTown(BrokerSettings? broker = null) : ConsumerDefinition<RouteReviews>
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<RouteReviews> consumerConfigurator,
        IRegistrationContext context
    )
    {
        endpointConfigurator.TakeByTown<ReviewRequested>(broker);
        endpointConfigurator.TakeByTown<ReviewEnded>(broker);
    }
}
