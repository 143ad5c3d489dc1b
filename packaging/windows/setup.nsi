; The setup for one user, without an administrator: setup.exe /S [/D=C:\Folder], uninstall.exe /S
Unicode True
Target amd64-unicode
!include "MUI2.nsh"
!include "FileFunc.nsh"
Name "Pathway Viewer ${VERSION}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\PathwayViewer"
InstallDirRegKey HKCU "Software\PathwayViewer" "InstallDir"
SetCompressor lzma
SetDateSave on
VIProductVersion "${VERSION}.0"
VIAddVersionKey ProductName "Pathway Viewer"
VIAddVersionKey FileDescription "Pathway Viewer setup"
VIAddVersionKey FileVersion "${VERSION}"
VIAddVersionKey LegalCopyright "MIT licence; content CC BY 4.0"
!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\PathwayViewer"
!define CLASS "PathwayViewer.Pathway"

; A folder is only ever emptied when it is ours.
!macro EmptyOurs
  IfFileExists "$INSTDIR\PathwayViewer.exe" 0 +3
    RMDir /r "$INSTDIR\_internal"
    RMDir /r "$INSTDIR\licences"
!macroend

Section
  SetShellVarContext current
  !insertmacro EmptyOurs
  SetOutPath "$INSTDIR"
  File /r "${SOURCE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Pathway Viewer.lnk" "$INSTDIR\PathwayViewer.exe"
  WriteRegStr HKCU "Software\PathwayViewer" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "Software\Classes\.pathway" "" "${CLASS}"
  WriteRegStr HKCU "Software\Classes\.pathway" "Content Type" "${MIME}"
  WriteRegStr HKCU "Software\Classes\.yaml\OpenWithProgids" "${CLASS}" ""
  WriteRegStr HKCU "Software\Classes\${CLASS}" "" "Signalling pathway"
  WriteRegStr HKCU "Software\Classes\${CLASS}\DefaultIcon" "" "$INSTDIR\PathwayViewer.exe,0"
  WriteRegStr HKCU "Software\Classes\${CLASS}\shell\open\command" "" '"$INSTDIR\PathwayViewer.exe" "%1"'
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Pathway Viewer"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\PathwayViewer.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The Pathway Viewer maintainers"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  IntFmt $0 "0x%08X" $0
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" "$0"
SectionEnd

Section Uninstall
  SetShellVarContext current
  Delete "$SMPROGRAMS\Pathway Viewer.lnk"
  !insertmacro EmptyOurs
  Delete "$INSTDIR\PathwayViewer.exe"
  Delete "$INSTDIR\pathway-viewer.exe"
  Delete "$INSTDIR\INSTALL-IT.md"
  Delete "$INSTDIR\KIOSK.md"
  Delete "$INSTDIR\CHANGELOG.md"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\PathwayViewer"
  DeleteRegKey HKCU "Software\Classes\.pathway"
  DeleteRegKey HKCU "Software\Classes\${CLASS}"
  DeleteRegValue HKCU "Software\Classes\.yaml\OpenWithProgids" "${CLASS}"
  DeleteRegKey /ifempty HKCU "Software\Classes\.yaml\OpenWithProgids"
  DeleteRegKey /ifempty HKCU "Software\Classes\.yaml"
SectionEnd
