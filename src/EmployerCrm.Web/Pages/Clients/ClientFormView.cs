using EmployerCrm.Core.Clients;
using EmployerCrm.Web.Pages.Components;

namespace EmployerCrm.Web.Pages.Clients;

/// <summary>A client to be taken on, or changed.</summary>
/// <param name="Known">Null for a new one.</param>
public sealed record ClientFormView(FormState Form, Client? Known, ClientLists Lists, DateOnly Today)
{
    public const string Id = "id";
    public const string Version = "version";
    public const string Programme = "programme";
    public const string EnteredOn = "entered";
    public const string JobTypes = "job-types";
}
