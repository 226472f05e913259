using PlanTracker.Dashboard.Reporting;
using PlanTracker.Dashboard.Tests.Progress;
using PlanTracker.Domain.Reporting;
using static PlanTracker.Domain.Reporting.ProgressStatus;

namespace PlanTracker.Dashboard.Tests.Reporting;

public sealed class HeadlineTests
{
    [Fact]
    public void The_sentence_counts_who_is_well_among_those_that_can_be_judged()
    {
        var headline = Headline.Of(Of(Completed, OnTrack, NotStarted, Ongoing, Cancelled));

        Assert.Equal((2, 3), (headline.Good, headline.Counted));
        Assert.Empty(headline.Late);
    }

    [Fact]
    public void A_plan_of_which_nothing_can_be_judged_says_so_and_not_0_of_0()
    {
        Assert.Equal("2 hoạt động đều là việc thường xuyên, không có chỉ tiêu để so.", StatusWords.Sentence(Of(Ongoing, Ongoing).StatusCounts));
        Assert.Equal("1 hoạt động thường xuyên, 1 hoạt động đã dừng, không có chỉ tiêu để so.", StatusWords.Sentence(Of(Ongoing, Cancelled).StatusCounts));
        Assert.Equal("1 hoạt động đều đã dừng.", StatusWords.Sentence(Of(Cancelled).StatusCounts));
        Assert.Equal("Kế hoạch chưa có hoạt động nào.", StatusWords.Sentence(Of().StatusCounts));
    }

    [Fact]
    public void What_is_behind_is_named_and_more_than_four_are_counted()
    {
        var headline = Headline.Of(Of(Behind, Behind, Behind, Behind, Behind, Overdue));

        Assert.Equal(["chậm", "quá hạn"], headline.Late.Select(l => l.Word));
        Assert.EndsWith(" và 1 hoạt động khác", headline.Late[0].Names, StringComparison.Ordinal);
        Assert.Equal(1, headline.Late[1].Count);
    }

    [Fact]
    public void The_change_since_the_last_cut_off_is_said_in_words()
    {
        var before = new ComparedWith("6 tháng", new(2024, 6, 14), StatusCounts.Of([Behind, OnTrack]));

        Assert.Equal("So với lần chốt 6 tháng (14/6): thêm 1 hoàn thành, bớt 1 chậm tiến độ.", Headline.Change(Of(Completed, OnTrack) with { Earlier = before }));
        Assert.Equal("So với lần chốt 6 tháng (14/6): trạng thái không đổi.", Headline.Change(Of(Behind, OnTrack) with { Earlier = before }));
        Assert.Null(Headline.Change(Of(Completed)));
    }

    private static Overview Of(params ProgressStatus[] statuses) => new(
        Samples.Plan, Samples.Today, StatusCounts.Of(statuses), [.. statuses.Select(s => Samples.Activity with { Status = s })], [], 0, [], null);
}
