using System.Globalization;

namespace PlanTracker.Domain.Funding;

/// <summary>A stream of money between two stages, or into or out of the flow.</summary>
/// <param name="From">The stage it comes from; null for what a later stage added.</param>
/// <param name="To">The stage it reaches; null for what stays behind.</param>
/// <param name="At">What happens to it where it stays behind or comes in.</param>
/// <param name="Amount">Whole đồng, above 0.</param>
public sealed record MoneyPassage(FundingStage? From, FundingStage? To, MoneyTurn At, long Amount)
{
    /// <summary>Where it comes from, in words.</summary>
    public string FromName => From is { } stage ? FundingWords.NameOf(stage) : $"Tăng thêm khi {Lower(To!.Value)}";

    /// <summary>Where it goes, in words.</summary>
    public string ToName => (To, At) switch
    {
        ({ } stage, _) => FundingWords.NameOf(stage),
        (_, MoneyTurn.Cut) => $"Giảm sau {Lower(From!.Value)}",
        (_, MoneyTurn.Unspent) => "Không giải ngân",
        _ => $"Còn ở bước {Lower(From!.Value)}",
    };

    private static string Lower(FundingStage stage) => FundingWords.NameOf(stage).ToLower(CultureInfo.GetCultureInfo("vi-VN"));
}

/// <summary>What becomes of money between stages.</summary>
public enum MoneyTurn
{
    /// <summary>Chuyển bước: goes on.</summary>
    On,
    /// <summary>Tăng: the later stage has more.</summary>
    Added,
    /// <summary>Giảm: the later stage has less.</summary>
    Cut,
    /// <summary>Chưa chuyển bước: the next stage is not recorded, or disbursement still goes on.</summary>
    Waiting,
    /// <summary>Không giải ngân: the line is settled, and this was never paid.</summary>
    Unspent,
}

/// <summary>Money of a plan from stage to stage: at every stage what comes in goes out.</summary>
public static class MoneyFlow
{
    /// <summary>
    /// The streams of lines, added up by where they run. Of each line every stage's amount is followed to the next one recorded: what both have goes
    /// on, the rest was cut, added, waits, or was never spent. What is disbursed and settled ends there.
    /// </summary>
    public static IReadOnlyList<MoneyPassage> Of(IEnumerable<FundingLine> lines) =>
    [
        .. lines.SelectMany(PassagesOf).Where(s => s.Amount > 0).GroupBy(s => (s.From, s.To, s.At))
            .Select(g => new MoneyPassage(g.Key.From, g.Key.To, g.Key.At, g.Sum(s => s.Amount)))
            .OrderBy(s => s.From ?? s.To).ThenBy(s => s.At).ThenBy(s => s.To),
    ];

    private static IEnumerable<MoneyPassage> PassagesOf(FundingLine line)
    {
        var stages = FundingStages.Of(line.Source).Where(s => line.Of(s) is not null).ToList();
        for (var i = 0; i < stages.Count; i++)
        {
            var (stage, amount) = (stages[i], line.Of(stages[i])!.Value);
            if (i + 1 == stages.Count)
            {
                // Money at the end of its way needs no stream of its own; what has not been paid is waiting.
                if (stage is not (FundingStage.Disbursement or FundingStage.Settlement))
                    yield return new(stage, null, MoneyTurn.Waiting, amount);
                continue;
            }
            var (next, follows) = (stages[i + 1], line.Of(stages[i + 1])!.Value);
            yield return new(stage, next, MoneyTurn.On, Math.Min(amount, follows));
            yield return new(stage, null, LeftBehind(line, next), amount - follows);
            yield return new(null, next, MoneyTurn.Added, follows - amount);
        }
    }

    private static MoneyTurn LeftBehind(FundingLine line, FundingStage next) =>
        next is not FundingStage.Disbursement ? MoneyTurn.Cut : line.Of(FundingStage.Settlement) is null ? MoneyTurn.Waiting : MoneyTurn.Unspent;
}
