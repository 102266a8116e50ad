using System.Net;
using EmployerCrm.Core.People;

namespace EmployerCrm.Web.Tests.Pages;

/// <summary>A person's own settings on the web, and the language of pages.</summary>
public sealed class SettingsPageTests
{
    private static readonly (string Name, string Value)[] Usual =
    [
        ("version", "0"), ("language", ""), ("digest-at", "08:30"), ("time-zone", "Europe/London"), ("quiet-from", "18:30"), ("quiet-until", "07:30"), ("days", "Monday"), ("days", "Tuesday"),
        ("shown", "WrapUp"),
    ];

    [Fact]
    public async Task What_is_chosen_is_kept_shown_again_and_taken_back()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        Assert.Contains("value=\"08:30\"", (await bea.GetAsync("/settings")).Text, StringComparison.Ordinal);

        var saved = await bea.SubmitAsync("/settings", "/settings", With(("digest-at", "09:15")));

        Assert.StartsWith("/settings?said=SettingsSaved&undo=", saved.To, StringComparison.Ordinal);
        var stored = await StoredAsync(host);
        Assert.Equal((new TimeOnly(9, 15), WorkingDays.Monday | WorkingDays.Tuesday, false, true), (stored.DigestAt, stored.WorkingDays, stored.CountOnCards, stored.WrapUp));
        var page = (await bea.GetAsync(saved.To!)).Text;
        Assert.Contains("Your settings are saved.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"09:15\"", page, StringComparison.Ordinal);
        await bea.SubmitAsync(saved.To!, "/undo");
        Assert.Equal(new TimeOnly(8, 30), (await StoredAsync(host)).DigestAt);
    }

    [Fact]
    public async Task What_cannot_be_is_told_beside_its_field_and_everything_typed_is_kept()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        await RefusedAsync("digest-at", "The digest would come in the quiet hours", ("digest-at", "06:00"), ("quiet-from", "19:45"));
        await RefusedAsync("digest-at", "That is no time", ("digest-at", "half eight"), ("quiet-from", "19:45"));
        await RefusedAsync("time-zone", "That time zone is not known", ("time-zone", "Atlantis"), ("quiet-from", "19:45"));
        await RefusedAsync("language", "That is no language of the service", ("language", "fr"), ("quiet-from", "19:45"));
        var none = await bea.SubmitAsync("/settings", "/settings", [.. Usual.Where(field => field.Name != "days")]);
        Assert.Contains("Tick at least one day.", none.Text, StringComparison.Ordinal);
        Assert.Equal(0, (await StoredAsync(host)).Version);

        async Task RefusedAsync(string field, string sentence, params (string Name, string Value)[] changes)
        {
            var answer = await bea.SubmitAsync("/settings", "/settings", With(changes));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
            Assert.Contains(sentence, answer.Text, StringComparison.Ordinal);
            Assert.Contains($"id=\"{field}-problem\"", answer.Text, StringComparison.Ordinal);
            Assert.Contains("value=\"19:45\"", answer.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_second_of_two_windows_is_told_and_may_save_after_that()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        await bea.SubmitAsync("/settings", "/settings", With(("digest-at", "09:00")));
        var second = await bea.SubmitAsync("/settings", "/settings", With(("digest-at", "10:00")));
        Assert.Equal(HttpStatusCode.Conflict, second.Status);
        Assert.Contains("value=\"10:00\"", second.Text, StringComparison.Ordinal);
        Assert.Equal(new TimeOnly(9, 0), (await StoredAsync(host)).DigestAt);
        Assert.StartsWith("/settings?said=", (await bea.SubmitAsync("/settings", "/settings", With(("version", "1"), ("digest-at", "10:00")))).To, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_are_in_the_language_of_the_persons_settings_whatever_the_cookie_says_and_the_footer_changes_it()
    {
        await using var host = await PagesHost.StartAsync();
        using var bea = await host.SignedInAsync(host.Bea);
        await bea.GetAsync("/language/en");
        await bea.SubmitAsync("/settings", "/settings", With(("language", "cy")));
        var page = (await bea.GetAsync("/openings")).Text;
        Assert.Contains("<html lang=\"cy\">", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/settings/language\"", page, StringComparison.Ordinal);

        var changed = await bea.SubmitAsync("/openings", "/settings/language", ("language", "en"), ("returnUrl", "/openings"));

        Assert.Equal("/openings", changed.To);
        Assert.Contains("<html lang=\"en-GB\">", (await bea.GetAsync("/openings")).Text, StringComparison.Ordinal);
        using var lea = await host.SignedInAsync(host.Lea);
        Assert.DoesNotContain("action=\"/settings/language\"", (await lea.GetAsync("/openings")).Text, StringComparison.Ordinal);
        Assert.Equal("/", (await bea.SubmitAsync("/openings", "/settings/language", ("language", "cy"), ("returnUrl", "https://evil.example"))).To);
    }

    [Fact]
    public async Task An_admin_has_a_language_and_nothing_else_to_choose()
    {
        await using var host = await PagesHost.StartAsync();
        using var cal = await host.SignedInAsync(host.Cal);
        var page = (await cal.GetAsync("/settings")).Text;
        Assert.DoesNotContain("digest-at", page, StringComparison.Ordinal);
        await cal.SubmitAsync("/settings", "/settings", ("version", "0"), ("language", "cy"), ("digest-at", "12:00"));
        var stored = await host.ReadAsync(session => session.Settings.OfAsync(host.Cal.Id));
        Assert.Equal(("cy", new TimeOnly(8, 30)), (stored.Language, stored.DigestAt));
    }

    private static (string Name, string Value)[] With(params (string Name, string Value)[] changes) =>
        [.. Usual.Where(field => Array.TrueForAll(changes, change => change.Name != field.Name)), .. changes];

    private static Task<PersonSettings> StoredAsync(PagesHost host) => host.ReadAsync(session => session.Settings.OfAsync(host.Bea.Id));
}
