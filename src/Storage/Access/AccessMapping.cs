using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using PlanTracker.Domain.Access;
using PlanTracker.Domain.Agencies;
using PlanTracker.Storage.Mapping;

namespace PlanTracker.Storage.Access;

/// <summary>
/// Accounts and what belongs to them. Lengths and passkeys are written out: Identity would take them from the host's options, and the
/// migrations tool, which has none, would see another model.
/// </summary>
internal sealed class AccessMapping :
    IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<SignInSession>, IEntityTypeConfiguration<ApiToken>,
    IEntityTypeConfiguration<SetupSecret>, IEntityTypeConfiguration<AccountLink>, IEntityTypeConfiguration<SystemSettings>,
    IEntityTypeConfiguration<HeldFormRow>,
    IEntityTypeConfiguration<IdentityRole<Guid>>, IEntityTypeConfiguration<IdentityUserRole<Guid>>,
    IEntityTypeConfiguration<IdentityUserClaim<Guid>>, IEntityTypeConfiguration<IdentityRoleClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserToken<Guid>>,
    IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    private const int MaxKey = 128;

    public void Configure(EntityTypeBuilder<Account> account)
    {
        account.ToTable("Accounts");
        account.Property(a => a.Id).ValueGeneratedNever();
        account.Property(a => a.PhoneNumber).HasMaxLength(256);
        account.Property(a => a.Moves).HasJsonList().HasDefaultValueSql("'[]'");
        account.Property(a => a.LastCodeHash).HasMaxLength(64);
        account.Property(a => a.Version).IsConcurrencyToken().HasDefaultValue(1);
        account.HasOne<Agency>().WithMany().HasForeignKey(a => a.AgencyId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SignInSession> session)
    {
        session.ToTable("SignInSessions");
        session.Property(s => s.Id).ValueGeneratedNever();
        session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.ToTable("ApiTokens");
        token.Property(t => t.Id).ValueGeneratedNever();
        token.HasIndex(t => t.Prefix).IsUnique();
        token.Property(t => t.Roles).HasJsonList().HasDefaultValueSql("'[]'");
        token.HasOne<Account>().WithMany().HasForeignKey(t => t.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AccountLink> link)
    {
        link.ToTable("AccountLinks");
        link.Property(l => l.Id).ValueGeneratedNever();
        link.Property(l => l.Hash).HasMaxLength(64);
        link.HasIndex(l => l.Hash).IsUnique();
        link.HasOne<Account>().WithMany().HasForeignKey(l => l.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<HeldFormRow> held)
    {
        held.ToTable("HeldForms");
        held.Property(h => h.Id).ValueGeneratedNever();
        held.Property(h => h.Path).HasMaxLength(2000);
        held.Property(h => h.Fields).HasJsonList();
        held.HasIndex(h => h.At);
        held.HasOne<Account>().WithMany().HasForeignKey(h => h.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SystemSettings> settings)
    {
        settings.ToTable("Settings");
        settings.Property(s => s.Id).ValueGeneratedNever();
        settings.Property(s => s.Access).HasJson();
        settings.Property(s => s.Version).IsConcurrencyToken();
    }

    public void Configure(EntityTypeBuilder<SetupSecret> secret)
    {
        secret.ToTable("SetupSecrets");
        secret.Property(s => s.Id).ValueGeneratedNever();
    }

    public void Configure(EntityTypeBuilder<IdentityRole<Guid>> role) => role.ToTable("Roles");

    public void Configure(EntityTypeBuilder<IdentityUserRole<Guid>> role) => role.ToTable("AccountRoles");

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> claim) => claim.ToTable("AccountClaims");

    public void Configure(EntityTypeBuilder<IdentityRoleClaim<Guid>> claim) => claim.ToTable("RoleClaims");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> login)
    {
        login.ToTable("AccountLogins");
        login.Property(l => l.LoginProvider).HasMaxLength(MaxKey);
        login.Property(l => l.ProviderKey).HasMaxLength(MaxKey);
    }

    public void Configure(EntityTypeBuilder<IdentityUserToken<Guid>> token)
    {
        token.ToTable("AccountTokens");
        token.Property(t => t.LoginProvider).HasMaxLength(MaxKey);
        token.Property(t => t.Name).HasMaxLength(MaxKey);
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> passkey)
    {
        passkey.ToTable("AccountPasskeys");
        passkey.HasKey(p => p.CredentialId);
        passkey.Property(p => p.CredentialId).HasMaxLength(1024);
        passkey.OwnsOne(p => p.Data).ToJson();
        passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId).IsRequired();
    }
}
