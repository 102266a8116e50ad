using EmployerCrm.Web.Pages.Assets;
using EmployerCrm.Web.Pages.CareTeam;
using EmployerCrm.Web.Pages.Clients;
using EmployerCrm.Web.Pages.Contacts;
using EmployerCrm.Web.Pages.Employers;
using EmployerCrm.Web.Pages.FollowUps;
using EmployerCrm.Web.Pages.Home;
using EmployerCrm.Web.Pages.Log;
using EmployerCrm.Web.Pages.Openings;
using EmployerCrm.Web.Pages.Permissions;
using EmployerCrm.Web.Pages.Schedules;
using EmployerCrm.Web.Pages.Personal;
using EmployerCrm.Web.Pages.Search;
using EmployerCrm.Web.Settings;

namespace EmployerCrm.Web.Pages;

/// <summary>The pages and the files they load.</summary>
internal static class PageEndpoints
{
    public static IServiceCollection AddPages(this IServiceCollection services) => services.AddLogPages()
        .AddSingleton<EmployerPages>().AddSingleton<EmployerForms>().AddSingleton<ContactForms>()
        .AddSingleton<PermissionForms>().AddClientPages();

    public static void MapPages(this WebApplication app)
    {
        app.MapAssets().AllowAnonymous();
        app.MapLanguages().AllowAnonymous();
        app.MapAbout().AllowAnonymous();
        app.MapHome();
        app.MapLog();
        app.MapFollowUps();
        app.MapFollowUp();
        app.MapGiveAll();
        app.MapOverdue();
        app.MapSchedules();
        app.MapEmployerList();
        app.MapEmployerPage();
        app.MapEmployerForms();
        app.MapContactForms();
        app.MapOpenings();
        app.MapPermissions();
        app.MapCareTeam();
        app.MapClients();
        app.MapSettings();
        app.MapLeave();
        app.MapSearch();
    }

    private static RouteHandlerBuilder MapAbout(this WebApplication app)
    {
        var localChat = app.Environment.IsDevelopment() ? HostSettings.Of(app.Configuration, app.Environment).LocalChatUrl : null;
        return app.MapGet("/about", IResult () => Page.Of<AboutPage>((nameof(AboutPage.LocalChat), localChat)));
    }
}
