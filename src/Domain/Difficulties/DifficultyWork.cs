using PlanTracker.Domain.Access;
using PlanTracker.Domain.Work;

namespace PlanTracker.Domain.Difficulties;

/// <summary>Difficulties that wait for an answer, the oldest first: for Sở Nội vụ to answer, for the city's leaders and their raisers to know.</summary>
public sealed class UnansweredWork(IDifficultyBook book, DifficultyReading reading) : MatterWork
{
    /// <inheritdoc/>
    public override string Code => "Unanswered";

    /// <inheritdoc/>
    public override string Name => "Vướng mắc chờ trả lời";

    /// <inheritdoc/>
    public override int Order => 13;

    /// <inheritdoc/>
    public override bool Asks(Actor actor) => actor.May(Operation.AnswerDifficulties);

    private protected override async Task<IReadOnlyList<WorkItem>> All(Actor actor, CancellationToken cancel)
    {
        var open = new List<Difficulty>();
        foreach (var state in new[] { DifficultyState.Raised, DifficultyState.Escalated })
            open.AddRange(await book.Of(new(State: state, AgencyIds: Whose(actor)), cancel));
        var seen = open.Where(d => DifficultyReading.CanSee(actor, d)).OrderBy(d => d.RaisedAt).ToList();
        return
        [
            .. (await reading.Views(actor, seen, cancel)).Select(v => Item(
                DifficultyHistory.Entity, v.Difficulty.Id, v.Difficulty.Title,
                $"{v.Agency.ShortName} · nêu ngày {v.Difficulty.RaisedOn:dd/MM/yyyy}, {v.DaysOpen} ngày · {DifficultyWords.NameOf(v.Difficulty.State)}",
                v.Agency, v.Difficulty.RaisedOn)),
        ];
    }
}
