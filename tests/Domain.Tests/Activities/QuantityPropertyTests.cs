using System.Text;
using FsCheck;
using FsCheck.Fluent;
using PlanTracker.Domain.Activities;
using PlanTracker.Domain.Plans;
using PlanTracker.TestKit;

namespace PlanTracker.Domain.Tests.Activities;

public sealed class QuantityPropertyTests
{
    private static readonly PlanTime Year2024 = new(new(2024, 1, 1), new(2024, 12, 31));
    private static readonly string[] Units = ["số", "tờ", "cuộc", "tin, bài", "tiểu phẩm", "chương trình", "buổi đối thoại", "clip", "tờ A4"];
    private static readonly string[] Parts = ["Phát hành", "Sáng tác", "In", "Biên soạn"];

    private static readonly string[] Fragments =
        ["02", "15.000", "1.5", "số", "tờ", "tin", "(", ")", "/", "tuần", "tháng", "quý", "%", "cơ quan", ",", ";", " ", "\n", "và", "tối thiểu",
         "không quá", "mỗi", "từ", "trở lên", "thường xuyên", "hoàn thành", "-", "...", "\u0301", "\ud83d", "\ufffe", "\u200b", "١٢", "phát hành", ":"];

    [Fact]
    public void What_is_shown_reads_back_as_the_same_targets() =>
        Prop.ForAll(Arb.From(Targets()), targets =>
        {
            var reading = QuantityParser.Parse(QuantityWording.Show(targets), Year2024);
            return reading.Unread is null && reading.Targets.SequenceEqual(targets);
        }).Holds();

    [Fact]
    public void Marks_in_pieces_and_more_spaces_change_nothing() =>
        Prop.ForAll(Arb.From(Targets()), Arb.From(Gen.Elements(" ", "  ", "\u00a0", "\t", " \u200b")), (targets, space) =>
        {
            var wording = QuantityWording.Show(targets).Normalize(NormalizationForm.FormD).Replace(" ", space).Replace("/", $"{space}/ ");
            return QuantityParser.Parse($" {wording}\n", Year2024).Targets.SequenceEqual(targets);
        }).Holds();

    [Fact]
    public void No_text_makes_it_throw_and_what_is_understood_is_sound() =>
        Prop.ForAll(Arb.From(Gen.OneOf(AnyText(), Gen.ArrayOf(Gen.Elements(Fragments)).Select(f => string.Join(' ', f)))), text =>
        {
            var reading = QuantityParser.Parse(text, Year2024);
            return reading.Understood ? reading.Targets.Count > 0 && reading.Targets.All(IsSound) : reading.Targets.Count == 0 && reading.Why is not null;
        }).Holds();

    [Fact]
    public void What_is_understood_of_any_pieces_reads_back_as_the_same() =>
        Prop.ForAll(Arb.From(Gen.ArrayOf(Gen.Elements(Fragments)).Select(f => string.Join(' ', f))), text =>
        {
            var reading = QuantityParser.Parse(text, Year2024);
            if (!reading.Understood)
                return true;
            var again = QuantityParser.Parse(QuantityWording.Show(reading.Targets), Year2024);
            return again.Targets.SequenceEqual(reading.Targets.Select(t => t with { Note = null }));
        }).Holds();

    private static bool IsSound(ParsedTarget target) => target.Kind switch
    {
        TargetKind.Ongoing => target.Value is null,
        TargetKind.DoneNotDone => target.Value == 1,
        TargetKind.Percentage => target.Value is > 0 and <= 100 && target.Set is not null,
        _ => target.Value > 0 && target.Unit.Length > 0,
    };

    private static Gen<ParsedTarget[]> Targets() => Gen.OneOf(
        Gen.Constant(new[] { new ParsedTarget(TargetKind.Ongoing, null, "") }),
        Gen.Constant(new[] { new ParsedTarget(TargetKind.DoneNotDone, 1, "") }),
        Gen.OneOf(Counted(Units), Percentage()).Select(t => new[] { t }),
        from first in Counted(["tranh", "kịch bản"])
        from second in Counted(Units)
        from part in Gen.Elements(Parts)
        select new[] { first, second with { Part = part } });

    private static Gen<ParsedTarget> Counted(string[] units) =>
        from unit in Gen.Elements(units)
        from comparison in Gen.Elements(Comparison.Exactly, Comparison.AtLeast, Comparison.AtMost)
        from count in Gen.Choose(1, 40)
        from value in Gen.OneOf(Gen.Choose(1, 1_000_000).Select(n => (decimal)n), Gen.Choose(1, 9999).Select(n => n / 10m))
        from per in Gen.Elements<CadencePer?>(null, CadencePer.Week, CadencePer.Month, CadencePer.Quarter)
        select per is { } span
            ? new ParsedTarget(TargetKind.Count, count * Year2024.Count(span), unit, comparison, new(count, span))
            : new ParsedTarget(TargetKind.Count, value, unit, comparison);

    private static Gen<ParsedTarget> Percentage() =>
        from value in Gen.Choose(1, 1000)
        from set in Gen.Elements("cơ quan", "UBND quận, huyện", "cán bộ, công chức")
        select new ParsedTarget(TargetKind.Percentage, value / 10m, "%", Comparison.Exactly, null, null, set);

    private static Gen<string> AnyText() => Gen.ArrayOf(Gen.Choose(0, char.MaxValue)).Select(codes => string.Concat(codes.Select(c => (char)c)));
}
