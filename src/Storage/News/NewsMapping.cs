using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Agencies;
using PlanTracker.Domain.News;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.News;

/// <summary>News items; publications and pictures in tables of their own, for both are looked for.</summary>
internal sealed class NewsItemMapping : IEntityTypeConfiguration<NewsItem>
{
    public void Configure(EntityTypeBuilder<NewsItem> item)
    {
        item.ToTable("NewsItems");
        item.Property(i => i.Id).ValueGeneratedNever();
        item.Property(i => i.Version).IsConcurrencyToken();
        item.Property(i => i.Steps).HasJsonList();
        item.Property(i => i.Original).HasJson();
        item.Property(i => i.Schedule).HasJson();
        item.HasOne<Agency>().WithMany().HasForeignKey(i => i.AgencyId).OnDelete(DeleteBehavior.Restrict);
        item.HasIndex(i => new { i.Status, i.SubmittedOn });
        item.HasIndex(i => i.SubmittedOn);
        item.HasMany(i => i.Images).WithOne().HasForeignKey(i => i.ItemId).OnDelete(DeleteBehavior.Restrict);
        item.OwnsMany(i => i.Publications, Configure);
        item.ComplexProperty(i => i.Content, Configure);
    }

    private static void Configure(OwnedNavigationBuilder<NewsItem, Publication> publication)
    {
        publication.ToTable("NewsPublications");
        publication.WithOwner().HasForeignKey("ItemId");
        publication.Property<Guid>("Id");
        publication.HasKey("Id");
        publication.HasIndex(p => p.Date);
    }

    private static void Configure(ComplexPropertyBuilder<NewsContent> content)
    {
        content.Property(c => c.Title).HasColumnName("Title");
        content.Property(c => c.Body).HasColumnName("Body");
        content.Property(c => c.Author).HasColumnName("Author");
        content.Property(c => c.Kind).HasColumnName("Kind");
        content.Property(c => c.Field).HasColumnName("Field");
        content.Property(c => c.Campaign).HasColumnName("Campaign");
        content.Property(c => c.NeverPublished).HasColumnName("NeverPublished");
        content.Property(c => c.Place).HasColumnName("Place");
        content.Property(c => c.ActivityId).HasColumnName("ActivityId");
        content.Property(c => c.Theme).HasColumnName("Theme");
    }
}

internal sealed class NewsImageMapping : IEntityTypeConfiguration<NewsImage>
{
    public void Configure(EntityTypeBuilder<NewsImage> image)
    {
        image.ToTable("NewsImages");
        image.Property(i => i.Id).ValueGeneratedNever();
        image.Property(i => i.File).HasJson();
        image.Property(i => i.Sha256).HasMaxLength(64);
        image.HasIndex(i => i.Sha256);
    }
}

internal sealed class BulletinIssueMapping : IEntityTypeConfiguration<BulletinIssue>
{
    public void Configure(EntityTypeBuilder<BulletinIssue> issue)
    {
        issue.ToTable("BulletinIssues");
        issue.Property(i => i.Id).ValueGeneratedNever();
        issue.Property(i => i.Version).IsConcurrencyToken();
        issue.Property(i => i.ItemIds).HasJsonList();
        issue.HasIndex(i => new { i.Place, i.Year, i.Number }).IsUnique();
    }
}

internal sealed class NewsDeskSettingsMapping : IEntityTypeConfiguration<NewsDeskSettings>
{
    public void Configure(EntityTypeBuilder<NewsDeskSettings> settings)
    {
        settings.ToTable("NewsDeskSettings");
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Property(s => s.Version).IsConcurrencyToken();
        settings.Property(s => s.Value).HasJson();
    }
}
