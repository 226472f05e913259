using System.Text;
using Microsoft.EntityFrameworkCore;
using PlanTracker.Domain;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Progress;
using PlanTracker.Storage.Once;
using PlanTracker.TestKit;

namespace PlanTracker.Storage.Tests.Once;

/// <summary>The key of a request stands in the transaction of its effect.</summary>
public sealed class IdempotencyBookTests(PostgresCluster postgres)
{
    [Theory, ClassData(typeof(Providers))]
    public async Task The_key_is_there_with_the_effect_and_a_second_effect_under_it_is_rolled_back(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var actor = Given.Actor(Role.Coordinator);
        var (first, second) = (new OnceOnly("k", "hash"), new OnceOnly("k", "hash"));

        var made = await Add(store, actor with { Once = first }, "App1");
        // As another process would: it has not seen the row when it begins.
        var again = await Add(store, actor with { Once = second }, "App2");

        Assert.Equal((true, false, "idempotency.in-progress"), (first.IsUsed, second.IsUsed, again.Refusal!.Code));
        var kept = (await store.Get<IdempotencyBook>().Find(actor.AccountId, "k", default))!;
        Assert.Equal(("hash", "channel", made.Value!.Id, null), (kept.RequestHash, kept.Entity, kept.EntityId, kept.Answer));
        Assert.DoesNotContain(await store.Get<IChannelList>().All(default), c => c.Code == "App2");
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task What_is_refused_leaves_no_key_and_several_writes_of_one_request_leave_one(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var actor = Given.Actor(Role.Coordinator) with { Once = new OnceOnly("k", "hash") };

        Assert.NotNull((await Add(store, actor, "1 sai")).Refusal);
        Assert.Null(await store.Get<IdempotencyBook>().Find(actor.AccountId, "k", default));

        Assert.Null((await Add(store, actor, "App1")).Refusal);
        Assert.Null((await Add(store, actor, "App2")).Refusal);
        await using var db = await store.Context();
        Assert.Equal(1, await db.Set<IdempotencyKey>().CountAsync());
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task An_answer_is_given_back_as_it_was_and_only_to_its_owner(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var actor = Given.Actor(Role.Coordinator) with { Once = new OnceOnly("k", "hash") };
        await Add(store, actor, "App1");
        var book = store.Get<IdempotencyBook>();
        var answer = new KeptAnswer(201, "application/json; charset=utf-8", "/api/v1/channels/1", "\"1\"", Encoding.UTF8.GetBytes("{\"name\":\"Đ\"}"));

        await book.Keep(actor.AccountId, "k", answer, default);

        var kept = (await book.Find(actor.AccountId, "k", default))!.Answer!;
        Assert.Equal((answer.Status, answer.ContentType, answer.Location, answer.Etag), (kept.Status, kept.ContentType, kept.Location, kept.Etag));
        Assert.Equal(answer.Body, kept.Body);
        Assert.Null(await book.Find(Guid.CreateVersion7(), "k", default));
    }

    [Theory, ClassData(typeof(Providers))]
    public async Task Keys_are_kept_for_a_day_at_least_and_then_swept(StorageProvider provider)
    {
        await using var store = await PlanStore.Open(provider, postgres);
        var account = Guid.CreateVersion7();
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await store.Add(Row("moi", now), Row("hom-qua", now.AddHours(-25)), Row("cu", now.AddHours(-49)));
        var book = store.Get<IdempotencyBook>();

        Assert.Equal(1, await book.Sweep(default));

        Assert.NotNull(await book.Find(account, "hom-qua", default));
        Assert.Null(await book.Find(account, "cu", default));

        IdempotencyKey Row(string key, DateTime at) => new()
        {
            AccountId = account, Key = key, RequestHash = "h", At = at, Entity = "entry", EntityId = Guid.Empty,
        };
    }

    private static Task<Result<Channel>> Add(PlanStore store, Actor actor, string code) =>
        new ChannelAdministration(store.Get<IStore>(), store.Get<IChannelList>(), new BusinessClock(TimeProvider.System))
            .Add(actor, new NewChannel(code, $"Kênh {code}"), default);
}
