namespace PlanTracker.Dashboard.Guides;

/// <summary>Which topic of the user guide explains a page; every page names one, a test compares them with the guide.</summary>
/// <param name="topic">Key of the topic: the anchor in docs/huong-dan, such as <c>cap-nhat-tien-do</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HelpAttribute(string topic) : Attribute
{
    /// <summary>Key of the topic.</summary>
    public string Topic { get; } = topic;

    /// <summary>Whether the topic is offered beside the page's title; else only from the foot of the page.</summary>
    public bool Beside { get; init; } = true;
}
