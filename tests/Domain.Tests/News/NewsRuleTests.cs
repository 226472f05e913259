using PlanTracker.Domain.Access;
using PlanTracker.Domain.News;

namespace PlanTracker.Domain.Tests.News;

/// <summary>Rules of places as data, and who may do what with an item.</summary>
public sealed class NewsRuleTests
{
    private static readonly Actor Reporter = Given.Person("baocao", Given.NinhKieu, Role.Reporter);
    private static readonly Actor Head = Given.Person("truong", Given.NinhKieu, Role.Head);
    private static readonly Actor Both = Given.Person("motnguoi", Given.NinhKieu, Role.Reporter, Role.Head);

    [Theory]
    [InlineData(249, NewsPlace.Portal, "body")]
    [InlineData(250, NewsPlace.Portal, null)]
    [InlineData(249, NewsPlace.Bulletin, null)]
    public void A_place_says_how_many_words_it_needs(int words, NewsPlace place, string? wrong) =>
        Assert.Equal(wrong, NewsRules.Missing(Item(words), place, new(), new Plain()).Keys.SingleOrDefault());

    [Fact]
    public void The_Government_s_bulletin_takes_three_pages_and_no_more()
    {
        Assert.Empty(NewsRules.Missing(Item(300), NewsPlace.GovernmentBulletin, new(), new Plain()));
        Assert.Contains("3 trang", NewsRules.Missing(Item(301), NewsPlace.GovernmentBulletin, new(), new Plain())["body"][0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_rule_for_a_campaign_goes_before_one_for_a_kind_and_that_before_one_for_all()
    {
        var settings = new NewsSettings
        {
            Rules =
            [
                new(NewsPlace.Portal, null, null, 250, null, null, 0, true), new(NewsPlace.Portal, NewsKind.Model, null, 400, null, null, 1, true),
                new(NewsPlace.Portal, null, "Chào mừng Đại hội", 100, null, null, 0, false),
            ],
        };
        var content = Item(1).Content;

        Assert.Equal(250, settings.RuleFor(content, NewsPlace.Portal)!.MinWords);
        Assert.Equal(400, settings.RuleFor(content with { Kind = NewsKind.Model }, NewsPlace.Portal)!.MinWords);
        Assert.Equal(100, settings.RuleFor(content with { Kind = NewsKind.Model, Campaign = "chao mung dai hoi" }, NewsPlace.Portal)!.MinWords);
        Assert.Null(settings.RuleFor(content, NewsPlace.Zalo));
    }

    [Fact]
    public void What_was_published_elsewhere_is_not_taken() => Assert.Equal(
        ["neverPublished"], NewsRules.Missing(Item(250, never: false), NewsPlace.Portal, new(), new Plain()).Keys);

    [Fact]
    public void Nobody_approves_their_own_item()
    {
        var item = Item(250);
        item.WrittenById = Both.AccountId;

        Assert.Equal("news.own-item", Both.Demand(item, NewsVerb.Submit)?.Code);
        Assert.Null(Head.Demand(item, NewsVerb.Submit));
        Assert.Equal("news.not-head", Reporter.Demand(item, NewsVerb.Submit)?.Code);
        Assert.Equal("news.not-author", Head.Demand(item, NewsVerb.Edit)?.Code);
    }

    [Theory]
    [InlineData(NewsStatus.Draft, true, false, false)]
    [InlineData(NewsStatus.Returned, true, false, false)]
    [InlineData(NewsStatus.Submitted, true, true, false)]
    [InlineData(NewsStatus.Declined, true, true, false)]
    [InlineData(NewsStatus.Selected, true, true, true)]
    [InlineData(NewsStatus.Published, true, true, true)]
    public void Who_sees_an_item_is_a_matter_of_its_state(NewsStatus status, bool own, bool desk, bool everyone)
    {
        var item = Item(250);
        item.Status = status;

        Assert.Equal((own, desk, everyone), (Reporter.CanSee(item), Given.Coordinator.CanSee(item), Given.ReporterOfSoVanHoa.CanSee(item)));
        Assert.Equal(everyone, Given.Leader.CanSee(item));
    }

    [Theory]
    [InlineData("https://example.vn", true)]
    [InlineData("mailto:a@example.vn", true)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData(" javascript:alert(1)", false)]
    [InlineData("data:text/html,x", false)]
    [InlineData("/tin", false)]
    [InlineData("", false)]
    public void Links_are_http_https_and_mailto(string url, bool good) => Assert.Equal(good, NewsRules.IsGoodLink(url));

    private static NewsItem Item(int words, bool never = true) => new()
    {
        AgencyId = Given.NinhKieu.Id, CreatedById = Reporter.AccountId, CreatedByName = "x", CreatedAt = DateTime.UnixEpoch, WrittenById = Reporter.AccountId,
        Content = new()
        {
            Title = "Tin", Body = string.Join(' ', Enumerable.Repeat("từ", words)), Author = "A", Kind = NewsKind.Activity, Field = NewsField.Organisation,
            Place = NewsPlace.Portal, NeverPublished = never,
        },
    };

    /// <summary>A hundred words are a page.</summary>
    private sealed class Plain : INewsMarkdown
    {
        public NewsMarkup Read(string body) => new([], false);

        public string Html(string body) => body;

        public decimal Pages(string title, string body) => NewsText.Words(body) / 100m;
    }
}
