namespace PlanTracker.Storage.Seed;

/// <summary>What everybody may know of the demo.</summary>
public static class Demo
{
    /// <summary>The password of all demo accounts.</summary>
    public const string Password = "KeHoach246@demo";

    /// <summary>The day the sample year's story ends.</summary>
    public static readonly DateOnly StoryEndsOn = new(2024, 9, 10);
}
